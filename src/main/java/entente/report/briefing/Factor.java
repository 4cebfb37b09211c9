package entente.report.briefing;

import entente.model.Group;
import entente.model.Group.GroupKind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A barrier, driver or commitment with its points, in tenths.
 *
 * @param tenths as printed, so that they add up with those of the others
 */
record Factor(Group group, int tenths) {

    /** Below this, in tenths of a point, a factor is not worth a judgement. */
    static final int WORTH_NAMING = 10;

    /** First words of labels that are names, which keep their capital within a sentence. */
    private static final Pattern NAME = Pattern.compile(
            "^(?:America|Asia|Beijing|Central|China|Europe|India|Japan|Moscow|Russia|US|Washington|West).*");

    boolean worthNaming() {
        return Math.abs(tenths) >= WORTH_NAMING;
    }

    int direction() {
        return Integer.signum(tenths);
    }

    /** What acts: a barrier that raises the likelihood is overcome, and a driver that lowers it is lacking. */
    static String label(Group group, int direction) {
        if (direction > 0 && group.kind() == GroupKind.BARRIER) {
            return "Overcoming " + inSentence(group.label());
        }
        return direction < 0 && group.kind() != GroupKind.BARRIER
                ? "Lack of " + inSentence(group.label())
                : group.label();
    }

    String label() {
        return label(group, direction());
    }

    String inSentence() {
        return inSentence(label());
    }

    private static String inSentence(String label) {
        return NAME.matcher(label).matches()
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
