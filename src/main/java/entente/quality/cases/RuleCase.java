package entente.quality.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.document.Position;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A case: situations with expectations. It can be run on any rule book with the same indicators.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param sentence what the case shows
 */
public record RuleCase(String id, String sentence, List<Situation> situations) {

    /**
     * A scenario with its expectations.
     *
     * @param given its readings in short form; empty if the case has one situation
     */
    public record Situation(Optional<String> given, Scenario scenario, List<Expectation> expectations) {}

    /**
     * One expected value.
     *
     * @param at location in the case file
     * @param member member of the case, such as {@code fired} or {@code band}
     * @param matches whether the actual value is as expected
     * @param actual the actual value in the same notation
     */
    @JsonPropertyOrder("pointer")
    public record Expectation(
            @JsonIgnore Position at,

            @JsonProperty("expectation") @Described("The failed member of expect.")
            String member,

            @Described(value = "Absent if it concerns the verdict as a whole.", kind = Kind.ID)
            Optional<String> rule,

            @Described("In the terms of an assessment.") String expected,
            @JsonIgnore Predicate<String> matches,
            @JsonIgnore Function<Outcome, String> actual) {

        @Described(value = "Location in the case file.", kind = Kind.POINTER)
        public String pointer() {
            return at.pointer();
        }

        static Expectation ofStatus(
                Position at, String member, String rule, String expected, Predicate<String> matches) {
            return new Expectation(at, member, Optional.of(rule), expected, matches, outcome -> outcome.status(rule));
        }
    }

    public record FailedExpectation(
            @JsonUnwrapped Expectation expectation,

            @Described(
                    "The readings in question, as id=value, separated by blanks; absent if the case has one situation.")
            Optional<String> given,

            @JsonProperty("got") @Described("In the notation of what is expected.")
            String actual) {}

    @JsonPropertyOrder({"case", "sentence", "holds"})
    public record CaseResult(
            @JsonProperty("case")
            @Described("File name without extension; in a file of several cases, followed by a slash and the case.")
            String id,

            String sentence,
            List<FailedExpectation> failures) {

        @JsonProperty("holds")
        @Described
        public boolean passed() {
            return failures.isEmpty();
        }
    }

    public CaseResult run(Assessor assessor) {
        List<FailedExpectation> failures = new ArrayList<>();
        for (Situation situation : situations) {
            Scenario scenario = situation.scenario();
            Outcome outcome = new Outcome(assessor, scenario, assessor.pointAssessment(scenario));
            for (Expectation expectation : situation.expectations()) {
                String actual = expectation.actual().apply(outcome);
                if (!expectation.matches().test(actual)) {
                    failures.add(new FailedExpectation(expectation, situation.given(), actual));
                }
            }
        }
        return new CaseResult(id, sentence, failures);
    }

    /** File name without extension. */
    public String file() {
        return id.replaceFirst("/.*", "");
    }

    /** The outcome of a situation under a rule book, and the notation of expectations. */
    record Outcome(Assessor assessor, Scenario scenario, PointAssessment findings) {

        static final String NONE = "none";

        String of(String rule, Function<LedgerRow, String> member) {
            return findings.ledger().stream()
                    .filter(row -> row.rule().id().equals(rule))
                    .findFirst()
                    .map(member)
                    .orElse("no such rule");
        }

        String status(String rule) {
            return of(
                    rule,
                    row -> row.status() == LedgerStatus.OVERRIDDEN
                            ? overridden(row.overriddenBy().orElseThrow())
                            : row.status().name());
        }

        /** All relationships that the unknown readings allow; much slower than the other values. */
        String relationships() {
            return names(assessor.assess(scenario).verdict().relationships());
        }

        String ceilings() {
            return ceilings(findings.balance().ceilings().stream()
                    .flatMap(effect -> effect.rules().stream()
                            .map(rule -> ceiling(rule, effect.reduction().value())))
                    .toList());
        }

        static String overridden(String by) {
            return LedgerStatus.OVERRIDDEN + " by " + by;
        }

        static String ceiling(String rule, double takenBack) {
            return rule + " " + Numbers.plain(takenBack);
        }

        static String ceilings(List<String> effects) {
            return effects.isEmpty() ? NONE : effects.stream().sorted().collect(Collectors.joining(", "));
        }

        static String names(Collection<? extends Enum<?>> constants) {
            return constants.isEmpty()
                    ? NONE
                    : constants.stream().map(Enum::name).collect(Collectors.joining(", "));
        }
    }
}
