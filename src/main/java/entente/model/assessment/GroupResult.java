package entente.model.assessment;

import entente.model.Group;
import entente.model.Points;

/** The sum of the effective claims of a group. */
public record GroupResult(Group group, GroupStatus status, Points alliancePoints, Points partnershipPoints) {}
