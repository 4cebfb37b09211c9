package entente.report.briefing;

import entente.report.wording.ProseRules;

/** A briefing was not written, since sentences break {@link ProseRules}: claims of its rule book, usually. */
public final class StyleViolationException extends RuntimeException {

    /** @param message names the scenario and each violation with its sentence */
    StyleViolationException(String message) {
        super(message);
    }
}
