package entente.service.workshop.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import entente.report.wording.VerdictSentences;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the groups of a workshop stand.
 *
 * @param groups in the order of joining
 * @param findings empty before the reveal
 */
public record WorkshopBoard(WorkshopState state, List<WorkshopGroup> groups, Optional<Findings> findings) {

    /**
     * What is shown after the reveal.
     *
     * @param rows one for each group
     * @param spread the readings that a group has moved, those on which the groups are furthest apart first
     * @param gaps between each two groups, widest first
     */
    public record Findings(
            CaseVerdict baseline,
            List<Row> rows,
            Optional<Middle> middle,
            List<Spread> spread,
            List<Gap> gaps,
            Agreement agreement,
            List<OpenQuestion> openQuestions) {

        /** Begins a sentence that compares likelihoods: says where they stand behind an interval. */
        public String bestEstimates() {
            return VerdictSentences.bestEstimates(
                    rows.stream().map(row -> row.verdict().brief()));
        }
    }

    /** @param previous the verdict at the end of the previous round; empty if there is none */
    public record Row(WorkshopGroup group, CaseVerdict verdict, Optional<CaseVerdict> previous) {}

    public record Middle(
            @JsonProperty("medianPercent")
            @Described(
                    "The mean of the two in the middle if their number is even, rounded half up to a tenth of a percent.")
            Percent median,

            @JsonProperty("lowestPercent") Percent lowest,
            @JsonProperty("highestPercent") Percent highest) {}

    /** The values of one reading. */
    public record Spread(
            @Described(kind = Kind.ID) String indicator,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble baseline,

            Grade baselineGrade,

            @Described("Of each group, in the order of joining.")
            List<GroupValue> values,

            @JsonProperty("movedGroups") @Described("How many groups have moved it.")
            int movedBy,

            @Described("Between the lowest and the highest grade of the groups that rate it.")
            int gradesApart) {}

    public record GroupValue(
            @JsonProperty("group") String letter,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble value,

            Grade grade,
            boolean moved,

            @JsonProperty("movedBy")
            @Described(
                    value = "The difference to the baseline; absent if it is not moved, or one of them is unknown.",
                    kind = Kind.MEASURE)
            OptionalDouble difference) {}

    public record Gap(
            String first, String second, @JsonIgnore int tenths) {

        @Described(value = "By how much the second is higher.", kind = Kind.PERCENTAGE_POINTS)
        public double percentagePoints() {
            return tenths / 10.0;
        }
    }

    /** What all groups share. */
    public record Agreement(
            @Described(value = "Readings that no group has moved.", kind = Kind.ID)
            List<String> asInBaseline,

            @Described(
                    value = "Readings that all groups have set to the same value, another than in the baseline.",
                    kind = Kind.ID)
            List<String> movedAlike,

            @Described("That of all groups; absent if theirs differ.")
            Optional<Relationship> relationship) {}

    /** An unrated indicator. */
    public record OpenQuestion(
            @Described(kind = Kind.ID) String indicator,

            @Described(
                    value = "By how much a rating would narrow the interval, at most of the groups.",
                    kind = Kind.PERCENTAGE_POINTS)
            double narrowsPercent,

            @JsonProperty("groups") @Described("Groups that do not rate it.")
            List<String> letters) {}
}
