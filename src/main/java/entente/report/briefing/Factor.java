package entente.report.briefing;

import entente.model.Group;
import entente.model.Group.GroupKind;
import java.util.Locale;

/**
 * A barrier, driver or commitment with its points, in tenths.
 *
 * @param tenths as printed, so that they add up with those of the others
 */
record Factor(Group group, int tenths) {

    /** Below this, in tenths of a point, a factor is not worth a judgement. */
    static final int WORTH_NAMING = 10;

    boolean worthNaming() {
        return Math.abs(tenths) >= WORTH_NAMING;
    }

    int direction() {
        return Integer.signum(tenths);
    }

    /** What acts: a barrier that raises the likelihood is overcome, and a driver that lowers it is lacking. */
    static String label(Group group, int direction) {
        String absence = absence(group, direction);
        return absence.isEmpty() ? group.label() : absence + group.name();
    }

    String label() {
        return label(group, direction());
    }

    String inSentence() {
        return absence(group, direction()).toLowerCase(Locale.ROOT) + group.name();
    }

    private static String absence(Group group, int direction) {
        boolean barrier = group.kind() == GroupKind.BARRIER;
        if (direction > 0 && barrier) {
            return "Overcoming ";
        }
        return direction < 0 && !barrier ? "Lack of " : "";
    }
}
