package entente.quality.cases;

import java.util.Optional;

/**
 * One expectation of a worked case that did not come true.
 *
 * @param pointer where it is written in the case file
 * @param given the readings in question, as {@code id=value}; empty where a case has but one situation
 * @param expectation the member of the case that says so, such as {@code fired} or {@code band}
 * @param rule the rule that it is about; empty where it is about the answer as a whole
 * @param expected in the words of an assessment as JSON
 * @param got what came instead, in the same words
 */
public record FailedExpectation(
        String pointer,
        Optional<String> given,
        String expectation,
        Optional<String> rule,
        String expected,
        String actual) {}
