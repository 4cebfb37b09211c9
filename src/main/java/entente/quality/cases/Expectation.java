package entente.quality.cases;

import entente.quality.cases.CaseResult.FailedExpectation;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One expected value.
 *
 * @param pointer location in the case file
 * @param member member of the case, such as {@code fired} or {@code band}
 * @param rule the rule concerned; empty for the verdict
 * @param expected expected value as in JSON
 * @param matches whether the actual value is as expected
 * @param actual the actual value in the same notation
 */
record Expectation(
        String pointer,
        String member,
        Optional<String> rule,
        String expected,
        Predicate<String> matches,
        Function<CaseOutcome, String> actual) {

    static Expectation ofStatus(
            String pointer, String member, String rule, String expected, Predicate<String> matches) {
        return new Expectation(pointer, member, Optional.of(rule), expected, matches, outcome -> outcome.status(rule));
    }

    FailedExpectation failed(Optional<String> given, String got) {
        return new FailedExpectation(pointer, given, member, rule, expected, got);
    }
}
