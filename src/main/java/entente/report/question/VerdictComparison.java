package entente.report.question;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two verdicts side by side. */
public final class VerdictComparison {

    private static final int WIDTH = 29;
    private static final int MARGIN = 2;

    private static final String NOTHING = "nothing";

    /** Confidence and likelihood never share a sentence. */
    private static final String CONFIDENCE = "Confidence";

    private VerdictComparison() {}

    /** All rows, or those that differ with one sentence on the others. */
    public static Table of(Assessment first, Assessment second, List<String> names, boolean all) {
        List<Row> rows = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<Row> whole = rows(first, second);
        for (Row row : whole) {
            if (all
                    || row.text().equals(Words.of(CONFIDENCE))
                    || !row.cells().get(0).equals(row.cells().get(1))) {
                rows.add(row);
            } else if (!row.cells().get(0).equals(Words.of(NOTHING))) {
                same.add(row.text().text().toLowerCase(Locale.ROOT) + " ("
                        + row.cells().get(0).text() + ")");
            }
        }
        if (!same.isEmpty()) {
            rows.add(Row.of(1, "The same: " + String.join(", ", same) + "."));
        }
        return new Table(
                "Verdicts",
                "",
                List.of(Column.words(names.get(0), WIDTH), Column.words(names.get(1), WIDTH), Column.margin(MARGIN)),
                rows);
    }

    private static List<Row> rows(Assessment first, Assessment second) {
        Verdict a = first.verdict();
        Verdict b = second.verdict();
        return List.of(
                Row.of(1, "Likelihood", likelihood(first), likelihood(second)),
                Row.of(1, "Interval", open(a.interval()), open(b.interval())),
                Row.of(1, "Relationship", relationship(a), relationship(b)),
                Row.of(
                        1,
                        "Treaty in force",
                        Wording.commitment(a.commitment(), first.catalogue()),
                        Wording.commitment(b.commitment(), second.catalogue())),
                Row.of(1, "Marked", flags(a), flags(b)),
                Row.of(1, CONFIDENCE, level(first), level(second)));
    }

    private static String likelihood(Assessment assessment) {
        return new VerdictSentences(assessment, LikelihoodScale.ICD203).summary();
    }

    private static String open(Interval interval) {
        return interval.widthTenths() == 0 ? Wording.percent(interval.low()) : VerdictSentences.span(interval);
    }

    private static String relationship(Verdict verdict) {
        String range = Wording.range(verdict.relationships());
        return verdict.relationship()
                .map(state -> Wording.word(state)
                        + (verdict.relationships().size() > 1 ? " (" + range + ", depending on open readings)" : ""))
                .orElse(range);
    }

    private static String flags(Verdict verdict) {
        return verdict.flags().isEmpty()
                ? NOTHING
                : verdict.flags().stream().sorted().map(VerdictComparison::flag).collect(Collectors.joining(", "));
    }

    private static String flag(VerdictFlag flag) {
        return switch (flag) {
            case HOLLOW_ALLIANCE -> "hollow treaty";
            case ALLIANCE_WITHOUT_TREATY -> "alliance without a treaty";
            case WITHIN_REACH -> "within reach";
        };
    }

    private static String level(Assessment assessment) {
        return Wording.word(assessment.confidence().level());
    }
}
