package entente.model.assessment;

import entente.model.Group;
import entente.model.Points;

/** The sum of the effective claims of a group. */
public record GroupResult(Group group, GroupStatus status, Points alliancePoints, Points partnershipPoints) {
    /** Whether a barrier or driver is present in a scenario. */
    public enum GroupStatus {
        /** At least one claim fired. */
        PRESENT,
        /** No claim fired and at least one depends on an unknown reading. */
        UNKNOWN,
        ABSENT
    }
}
