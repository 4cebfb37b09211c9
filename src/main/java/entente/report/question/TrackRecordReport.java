package entente.report.question;

import entente.analysis.track.BrierScore;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackRecord.CalibrationBand;
import entente.analysis.track.TrackedStatement;
import entente.model.LikelihoodScale;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.wording.EditionSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** How the statements of an archive did: scores, calibration, each statement. */
public final class TrackRecordReport {

    private static final int SCORE_DECIMALS = 4;
    private static final int SKILL_DECIMALS = 2;
    private static final int DATE = 12;
    private static final int OUTCOME = 28;

    private TrackRecordReport() {}

    public static Report of(TrackRecord record) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.lead(EditionSentences.lead(record)));
        List<Row> scores = new ArrayList<>();
        record.byStatement().ifPresent(score -> scores.add(row("By statement", score)));
        record.byQuestion().ifPresent(score -> scores.add(row("By question", score)));
        blocks.add(Table.figures("Brier score", List.of("cases", "statements", "base rate", "skill"), DATE, scores));
        if (!scores.isEmpty()) {
            blocks.add(Prose.body(EditionSentences.SCORES));
        }
        blocks.add(Table.figures(
                "Calibration",
                List.of("statements", "mean", "observed"),
                DATE,
                record.calibration().stream().map(TrackRecordReport::row).toList()));
        List<String> cautions = EditionSentences.cautions(record);
        if (!cautions.isEmpty()) {
            blocks.add(new Items(
                    "Caveats", cautions.stream().map(text -> new Item(1, text)).toList()));
        }
        blocks.add(new Table(
                "Statements",
                "Edition",
                List.of(
                        Column.figures("likelihood", DATE),
                        Column.words("last day", DATE),
                        Column.words("outcome", OUTCOME),
                        Column.below("source")),
                record.statements().stream().map(TrackRecordReport::row).toList()));
        if (!record.statements().isEmpty()) {
            blocks.add(Prose.body("The event of each: "
                    + String.join(
                            "; ",
                            record.statements().stream()
                                    .map(one -> one.edition().statement().event())
                                    .distinct()
                                    .toList())
                    + ", by its last day."));
        }
        return new Report("Track record", record.today().toString(), blocks);
    }

    private static Row row(String name, BrierScore score) {
        return Row.of(
                1,
                name,
                Integer.toString(score.cases()),
                range(score.lowest(), score.highest(), SCORE_DECIMALS),
                EditionSentences.score(score.baseRate(), SCORE_DECIMALS),
                range(score.lowestSkill(), score.highestSkill(), SKILL_DECIMALS));
    }

    private static String range(double lowest, double highest, int decimals) {
        String from = EditionSentences.score(lowest, decimals);
        return lowest == highest ? from : from + " to " + EditionSentences.score(highest, decimals);
    }

    private static Row row(CalibrationBand row) {
        LikelihoodScale.Word word = LikelihoodScale.of(row.band());
        return Row.of(
                1,
                Wording.capitalized(word.term()) + " (" + VerdictSentences.range(word, LikelihoodScale.ICD203) + ")",
                Integer.toString(row.statements()),
                Wording.percent(row.meanPercent()),
                Wording.percent(row.observedPercent()));
    }

    private static Row row(TrackedStatement one) {
        return Row.of(
                1,
                one.edition().id().toString(),
                EditionSentences.figure(one.edition().statement()),
                one.edition().statement().lastDay().toString(),
                EditionSentences.outcome(one),
                one.resolution().map(resolution -> resolution.source()).orElse(""));
    }
}
