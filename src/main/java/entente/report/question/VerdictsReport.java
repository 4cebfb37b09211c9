package entente.report.question;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verdicts on several scenarios, in the order of the request. */
public final class VerdictsReport {

    private static final int LIKELIHOOD = 36;
    private static final int CONFIDENCE = 12;

    private VerdictsReport() {}

    public static Report of(List<Row> rows) {
        String number = Wording.capitalized(Wording.plural(
                (int) rows.stream().filter(row -> !row.cells().isEmpty()).count(), "scenario"));
        Prose below = Prose.body(number + ". " + AssessmentSentences.CAVEAT);
        return new Report("Verdicts", "", List.of(table(rows), below));
    }

    /** The table alone, for a medium that writes row by row. */
    public static Table table(List<Row> rows) {
        return new Table(
                "",
                "Scenario",
                List.of(
                        Column.words("Likelihood", LIKELIHOOD),
                        Column.words("Confidence", CONFIDENCE),
                        Column.below("In words"),
                        Column.below("Relationship"),
                        Column.below("Interval")),
                rows);
    }

    /**
     * The row of one assessment and one of what it supposes, if it does; a few words, so that rows can be kept where
     * assessments are too large.
     */
    public static List<Row> rows(Assessment assessment, LikelihoodScale scale) {
        return Stream.concat(Stream.of(row(assessment, scale)), supposition(assessment).stream())
                .toList();
    }

    /** What stands below the row of a scenario: all of it in a document, in short at a terminal. */
    static Optional<Row> supposition(Assessment assessment) {
        return SuppositionText.sentence(assessment)
                .map(sentence -> new Row(
                        2,
                        Words.of(sentence, SuppositionText.inShort(assessment).orElseThrow()),
                        List.of()));
    }

    private static Row row(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        VerdictSentences sentences = new VerdictSentences(assessment, scale);
        boolean open = verdict.interval().widthTenths() > 0;
        String span = VerdictSentences.span(verdict.interval());
        String depending = span + " depending on " + sentences.openReadings();
        return new Row(
                1,
                Words.of(assessment.scenario().title(), assessment.scenario().id()),
                List.of(
                        Words.of(sentences.figure()),
                        Words.of(Wording.word(assessment.confidence().level())),
                        Words.of(sentences.words()),
                        Words.of(Wording.relationship(verdict)),
                        open ? Words.of(span, depending) : Words.of("·", "")));
    }
}
