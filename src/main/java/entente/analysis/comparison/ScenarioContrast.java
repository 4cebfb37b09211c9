package entente.analysis.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * The differences between two assessments under the same rule book.
 *
 * @param before the reference
 * @param readings those that differ, in catalogue order
 * @param assumptions those that differ
 * @param rules those whose status or points differ, in rule book order
 */
public record ScenarioContrast(
        Assessment before,
        Assessment after,
        Attribution attribution,
        List<ReadingDifference> readings,
        List<AssumptionDifference> assumptions,
        List<RuleDifference> rules) {

    /** Whether there is no difference; titles are not compared. */
    public boolean isEmpty() {
        return assumptions.isEmpty() && readings.isEmpty() && rules.isEmpty();
    }

    /**
     * The readings of one indicator in two scenarios.
     *
     * @param beforeGrade under the cut points of the first scenario
     * @param afterGrade under the cut points of the second scenario
     */
    public record ReadingDifference(
            String indicator, Reading before, Grade beforeGrade, Reading after, Grade afterGrade) {

        /** Whether value, range or status differ; source and date are not compared. */
        boolean differs() {
            return !before.range().equals(after.range()) || before.status() != after.status();
        }
    }

    /** The ledger rows of one rule in two assessments. */
    @JsonPropertyOrder({"rule", "group", "before", "after", "alliancePoints", "partnershipPoints"})
    public record RuleDifference(
            @JsonIgnore LedgerRow before, @JsonIgnore LedgerRow after) {

        /** What a row says of the scenario. */
        public record RuleResult(
                LedgerStatus status,

                @Described("Points of the rule, or those it would have if it fired.")
                Points alliancePoints,

                Points partnershipPoints,

                @Described(kind = Kind.ID, presentIf = "status OVERRIDDEN")
                Optional<String> overriddenBy) {

            private static RuleResult of(LedgerRow row) {
                return new RuleResult(row.status(), row.alliancePoints(), row.partnershipPoints(), row.overriddenBy());
            }
        }

        @JsonProperty("rule")
        @Described(kind = Kind.ID)
        public String id() {
            return rule().id();
        }

        @Described(kind = Kind.ID)
        public String group() {
            return rule().group();
        }

        @JsonProperty("before")
        @Described
        public RuleResult resultBefore() {
            return RuleResult.of(before);
        }

        @JsonProperty("after")
        @Described
        public RuleResult resultAfter() {
            return RuleResult.of(after);
        }

        @Described("Difference in points counted.")
        public Points alliancePoints() {
            return pointsDifference(Question.ALLIANCE);
        }

        @Described
        public Points partnershipPoints() {
            return pointsDifference(Question.PARTNERSHIP);
        }

        public Rule rule() {
            return after.rule();
        }

        /** The difference in effective points. */
        public Points pointsDifference(Question question) {
            return points(after, question).minus(points(before, question));
        }

        private static Points points(LedgerRow row, Question question) {
            return row.fired() ? row.points(question) : Points.ZERO;
        }

        /** Whether status or effective points differ. */
        boolean differs() {
            return before.status() != after.status() || pointsDiffer();
        }

        public boolean pointsDiffer() {
            return pointsDifference(Question.ALLIANCE).hundredths() != 0
                    || pointsDifference(Question.PARTNERSHIP).hundredths() != 0;
        }
    }

    /**
     * One assumption that differs between two scenarios.
     *
     * @param before value of the first scenario, or of the rule book if the scenario does not set it
     */
    public record AssumptionDifference(
            @JsonIgnore AssumptionKind kind,
            @Described(kind = Kind.POINTER) String pointer,
            String before,
            String after) {}

    /**
     * A difference between two likelihoods, in tenths of a percent, attributed completely to readings and assumptions.
     * The share of each part is its Shapley value: its average contribution over all orders in which the parts can be
     * switched.
     */
    @JsonPropertyOrder("percentagePoints")
    public record Attribution(
            @JsonProperty("becauseOfReadings")
            @Described(
                    "By barrier or driver, and within one by reading where that is cheap. What is not listed has no share.")
            Share readings,

            @JsonProperty("becauseOfAssumptions")
            @Described(
                    "By horizonYears, baseRatePercent (also for another reference class), weights, emphasis, cutPoints and without.")
            Share assumptions) {

        /** The difference as printed, in tenths of a percent. */
        public int tenths() {
            return readings.rounded() + assumptions.rounded();
        }

        @Described(value = "Difference in likelihood; the next two add up to it.", kind = Kind.PERCENTAGE_POINTS)
        public double percentagePoints() {
            return tenths() / 10.0;
        }

        /** Whether some parts were combined because there were too many. */
        public boolean hasCombinedShares() {
            return readings.parts().stream().anyMatch(Share::isCombined) || assumptions.isCombined();
        }

        public List<Share> shares() {
            return List.of(readings, assumptions);
        }

        /** The shares of barriers, drivers and kinds of assumptions. */
        public List<Share> parts() {
            return shares().stream().flatMap(half -> half.parts().stream()).toList();
        }
    }
}
