package entente.service.workshop;

import java.util.Locale;

/**
 * Who a request comes from.
 *
 * @param member the number of the group; 0 for the others
 */
public record WorkshopCaller(WorkshopCode code, WorkshopRole role, int member) {

    static WorkshopCaller facilitator(WorkshopCode code) {
        return new WorkshopCaller(code, WorkshopRole.FACILITATOR, 0);
    }

    static WorkshopCaller group(WorkshopCode code, int member) {
        return new WorkshopCaller(code, WorkshopRole.GROUP, member);
    }

    public boolean is(WorkshopRole one) {
        return role == one;
    }

    /** Distinguishes the caller from all others, also those of other workshops. */
    public String name() {
        return "workshop " + code.text() + " " + role.name().toLowerCase(Locale.ROOT) + " " + member;
    }

    /** Whether the caller is in a group, and in this one. */
    public boolean isGroup(int number) {
        return role == WorkshopRole.GROUP && member == number;
    }

    public enum WorkshopRole {
        FACILITATOR,
        GROUP,
        /** Shows what the room may see; changes nothing. */
        PROJECTOR
    }
}
