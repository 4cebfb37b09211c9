package entente.report.briefing;

import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Points;
import java.util.Locale;

/** A barrier, driver or commitment with its points. */
record Factor(Group group, Points points) {

    /** Below this, in hundredths of a point, a factor is not worth a judgement. */
    private static final int WORTH_NAMING = 100;

    boolean worthNaming() {
        return size() >= WORTH_NAMING;
    }

    /** Hundredths of a point, without the direction. */
    int size() {
        return Math.abs(points.hundredths());
    }

    int direction() {
        return Integer.signum(points.hundredths());
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
