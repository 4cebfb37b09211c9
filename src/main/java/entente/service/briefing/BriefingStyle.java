package entente.service.briefing;

import entente.report.briefing.StyleViolationException;
import entente.report.wording.Wording;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;

/** Reports rule books whose claims break the rules of style of briefings. */
public final class BriefingStyle {

    private BriefingStyle() {}

    /** What writes a briefing. */
    public interface Writer<T, E extends Exception> {
        T write() throws E;
    }

    /** @throws ProblemException that quotes the claims whose style a briefing does not allow */
    public static <T, E extends Exception> T checked(Writer<T, E> writer) throws E {
        try {
            return writer.write();
        } catch (StyleViolationException broken) {
            throw ProblemException.of(
                    ProblemType.RULE_BOOK_STYLE, Wording.capitalized(String.valueOf(broken.getMessage())) + ".");
        }
    }
}
