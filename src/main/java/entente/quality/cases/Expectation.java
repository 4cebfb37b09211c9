package entente.quality.cases;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that must follow.
 *
 * @param pointer where it is written in the case file
 * @param member of the case that says so, such as {@code fired}
 * @param rule the rule that it is about; empty where it is about the answer as a whole
 * @param expected in the words of an assessment as JSON
 * @param met whether what came is as expected
 * @param got what came, in the same words
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
