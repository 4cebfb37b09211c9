package entente.report.csv;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.Share;
import entente.model.Points;
import entente.model.Question;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lombok.With;

/** Comparisons with one scenario as CSV, one row per difference. */
public final class ContrastCsv {

    /** What a row is about. */
    enum Part {
        READING,
        ASSUMPTION,
        RULE,
        SHARE
    }

    /**
     * A difference.
     *
     * @param before grade, status or assumed value in the first scenario
     */
    @With
    record Difference(
            Part part,
            String item,
            Optional<String> group,
            Optional<String> before,
            Optional<String> after,
            OptionalDouble valueBefore,
            OptionalDouble valueAfter,
            Optional<Points> alliance,
            Optional<Points> partnership,
            Optional<Double> percentagePoints) {

        private static Difference of(Part part, String item, Optional<String> group) {
            return new Difference(
                    part,
                    item,
                    group,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Difference between(String first, String second) {
            return withBefore(Optional.of(first)).withAfter(Optional.of(second));
        }
    }

    public record Row(ScenarioContrast contrast, Difference difference) {}

    private static final CsvTable<Difference> DIFFERENCE = CsvTable.<Difference>part()
            .text("part", "READING, ASSUMPTION, RULE, or SHARE of the change of the likelihood.", Difference::part)
            .text("item", "Indicator, JSON pointer of the assumption, rule, or what has the share.", Difference::item)
            .text("group", "Barrier, driver or state.", Difference::group)
            .text("before", "Grade, assumed value or status in the first scenario.", Difference::before)
            .text("after", "The same in the compared scenario.", Difference::after)
            .number("value_before", "The reading in the first scenario.", Difference::valueBefore)
            .number("value_after", "The reading in the compared scenario.", Difference::valueAfter)
            .number("alliance_points", "Difference in the alliance points that count.", Difference::alliance)
            .number("partnership_points", "Difference in the partnership points that count.", Difference::partnership)
            .number(
                    "percentage_points",
                    "Share; all shares add up to the change of the likelihood.",
                    Difference::percentagePoints);

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "compare", "One row per compared scenario and difference from the first scenario.")
            .text(
                    "first",
                    "The first scenario.",
                    row -> row.contrast().before().scenario().id())
            .text(
                    "first_supposition",
                    "What the first scenario supposes, in one sentence; empty for nothing.",
                    row -> SuppositionText.sentence(row.contrast().before()).map(Wording::plain))
            .including(SharedColumns.KEY, row -> row.contrast().after())
            .number(
                    "percent_before",
                    "Likelihood in the first scenario, percent.",
                    row -> row.contrast().before().verdict().likelihood())
            .number(
                    "percent_after",
                    "Likelihood in the compared scenario, percent.",
                    row -> row.contrast().after().verdict().likelihood())
            .including(DIFFERENCE, Row::difference);

    private ContrastCsv() {}

    public static String write(List<ScenarioContrast> contrasts) {
        return TABLE.write(contrasts.stream()
                .flatMap(contrast -> differences(contrast).stream().map(difference -> new Row(contrast, difference)))
                .toList());
    }

    private static List<Difference> differences(ScenarioContrast contrast) {
        List<Difference> all = new ArrayList<>();
        for (ReadingDifference change : contrast.readings()) {
            if (change.differs()) {
                all.add(reading(change, contrast));
            }
        }
        for (AssumptionDifference change : contrast.assumptions()) {
            all.add(Difference.of(Part.ASSUMPTION, change.pointer(), Optional.empty())
                    .between(change.before(), change.after()));
        }
        for (RuleDifference change : contrast.rules()) {
            if (change.differs()) {
                all.add(rule(change));
            }
        }
        contrast.attribution().readings().parts().forEach(group -> addShares(all, group));
        contrast.attribution().assumptions().parts().forEach(kind -> all.add(share(kind, Optional.empty())));
        return all;
    }

    private static Difference reading(ReadingDifference change, ScenarioContrast contrast) {
        String group =
                contrast.after().catalogue().indicator(change.indicator()).group();
        return Difference.of(Part.READING, change.indicator(), Optional.of(group))
                .between(change.beforeGrade().name(), change.afterGrade().name())
                .withValueBefore(change.before().value())
                .withValueAfter(change.after().value());
    }

    private static Difference rule(RuleDifference change) {
        return Difference.of(
                        Part.RULE, change.rule().id(), Optional.of(change.rule().group()))
                .between(
                        change.before().status().name(), change.after().status().name())
                .withAlliance(Optional.of(change.pointsDifference(Question.ALLIANCE)))
                .withPartnership(Optional.of(change.pointsDifference(Question.PARTNERSHIP)));
    }

    private static Difference share(Share share, Optional<String> group) {
        return Difference.of(Part.SHARE, String.join("; ", share.ids()), group)
                .withPercentagePoints(Optional.of(SharedColumns.tenths(share.rounded())));
    }

    /** The shares of the readings of a group, or of the whole group if they were not separated. */
    private static void addShares(List<Difference> all, Share group) {
        Optional<String> id = Optional.of(String.join("; ", group.ids()));
        if (group.parts().isEmpty()) {
            all.add(share(group, id));
        } else {
            group.parts().forEach(reading -> all.add(share(reading, id)));
        }
    }
}
