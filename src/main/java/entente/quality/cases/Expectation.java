package entente.quality.cases;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One expected value.
 *
 * @param pointer location in the case file
 * @param member member of the case, such as {@code fired}
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

    static Expectation ofRule(
            String pointer, String member, String rule, String expected, Function<CaseOutcome, String> got) {
        return new Expectation(pointer, member, Optional.of(rule), expected, expected::equals, got);
    }

    static Expectation ofAnswer(String pointer, String member, String expected, Function<CaseOutcome, String> got) {
        return new Expectation(pointer, member, Optional.empty(), expected, expected::equals, got);
    }

    Expectation with(String wording, Predicate<String> meets) {
        return new Expectation(pointer, member, rule, wording, meets, actual);
    }
}
