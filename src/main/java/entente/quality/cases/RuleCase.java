package entente.quality.cases;

import entente.document.Position;
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
import java.util.stream.Collectors;

/**
 * A case: situations with expectations. It can be run on any rule book with the same indicators.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param sentence what the case shows
 */
public record RuleCase(String id, String sentence, List<Situation> situations) {

    static final String NONE = "none";

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
     * @param rule the rule concerned; empty for the verdict
     * @param expected expected value as in JSON
     */
    public record Expectation(Position at, String member, Optional<String> rule, String expected) {

        public String pointer() {
            return at.pointer();
        }

        private boolean isMetBy(String actual) {
            return switch (member) {
                case "notFired" -> !actual.equals(LedgerStatus.FIRED.name());
                // An overridden rule is not silent: its conditions must not be met.
                case "silent" ->
                    actual.equals(LedgerStatus.NOT_FIRED.name()) || actual.equals(LedgerStatus.UNDETERMINED.name());
                default -> actual.equals(expected);
            };
        }

        /** The value under a rule book in the same notation. */
        private String actual(PointAssessment found) {
            return rule.map(id -> found.ledger().stream()
                            .filter(row -> row.rule().id().equals(id))
                            .findFirst()
                            .map(this::ofRule)
                            .orElse("no such rule"))
                    .orElseGet(() -> ofVerdict(found));
        }

        private String ofRule(LedgerRow row) {
            return switch (member) {
                case "alliancePoints" -> Numbers.plain(row.alliancePoints().value());
                case "partnershipPoints" ->
                    Numbers.plain(row.partnershipPoints().value());
                default ->
                    row.overriddenBy()
                            .map(RuleCase::overridden)
                            .orElse(row.status().name());
            };
        }

        private String ofVerdict(PointAssessment found) {
            return switch (member) {
                case "percent" -> Numbers.plain(found.likelihood().value());
                case "base" -> Numbers.plain(found.balance().base().value());
                case "sum" -> Numbers.plain(found.balance().sum().value());
                case "final" -> Numbers.plain(found.balance().result().value());
                case "partnership" ->
                    Numbers.plain(found.balance().partnership().value());
                case "band" -> found.likelihood().band().name();
                case "relationship" -> found.relationship().map(Enum::name).orElse(NONE);
                case "commitment" -> found.commitment().name();
                case "flags" -> names(found.flags());
                case "ceilings" ->
                    ceilings(found.balance().ceilings().stream()
                            .flatMap(effect -> effect.rules().stream()
                                    .map(rule ->
                                            ceiling(rule, effect.reduction().value())))
                            .toList());
                default -> throw new IllegalArgumentException(member);
            };
        }
    }

    /**
     * @param given the readings as {@code id=value}; empty if the case has one situation
     * @param actual the actual value in the notation of the expected one
     */
    public record FailedExpectation(Expectation expectation, Optional<String> given, String actual) {}

    /** @param failures all failed expectations */
    public record CaseResult(String id, String sentence, List<FailedExpectation> failures) {

        public boolean passed() {
            return failures.isEmpty();
        }
    }

    public CaseResult run(Assessor assessor) {
        List<FailedExpectation> failures = new ArrayList<>();
        for (Situation situation : situations) {
            PointAssessment found = assessor.pointAssessment(situation.scenario());
            for (Expectation expectation : situation.expectations()) {
                String actual = expectation.actual(found);
                if (!expectation.isMetBy(actual)) {
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
        return constants.isEmpty() ? NONE : constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
