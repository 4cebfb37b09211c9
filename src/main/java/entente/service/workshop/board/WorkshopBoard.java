package entente.service.workshop.board;

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

    /** @param median the mean of the two in the middle if their number is even, rounded half up to a tenth of a percent */
    public record Middle(Percent median, Percent lowest, Percent highest) {}

    /**
     * The values of one reading.
     *
     * @param baseline empty if it is not rated there
     * @param gradesApart between the lowest and the highest grade of the groups that rate it
     */
    public record Spread(
            String indicator,
            OptionalDouble baseline,
            Grade baselineGrade,
            List<GroupValue> values,
            int movedBy,
            int gradesApart) {}

    /** @param difference to the baseline; empty if one of them is not rated */
    public record GroupValue(
            String letter, OptionalDouble value, Grade grade, boolean moved, OptionalDouble difference) {}

    public record Gap(String first, String second, int tenths) {}

    /**
     * What all groups share.
     *
     * @param asInBaseline indicators that no group has moved
     * @param movedAlike indicators that all groups have set to the same value, other than in the baseline
     * @param relationship empty if they differ
     */
    public record Agreement(List<String> asInBaseline, List<String> movedAlike, Optional<Relationship> relationship) {}

    /**
     * An unrated indicator.
     *
     * @param narrowsPercent by how much a rating would narrow the interval, at most of the groups
     * @param letters groups that do not rate it
     */
    public record OpenQuestion(String indicator, double narrowsPercent, List<String> letters) {}
}
