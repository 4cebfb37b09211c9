package entente.quality.cases;

import java.util.Optional;

/**
 * A failed expectation of a case.
 *
 * @param pointer location in the case file
 * @param given the readings as {@code id=value}; empty if the case has one situation
 * @param expectation member of the case, such as {@code fired} or {@code band}
 * @param rule the rule concerned; empty for the verdict
 * @param expected expected value as in JSON
 * @param actual the actual value in the same notation
 */
public record FailedExpectation(
        String pointer,
        Optional<String> given,
        String expectation,
        Optional<String> rule,
        String expected,
        String actual) {}
