package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.briefing.ComparedScenario.Difference;
import entente.report.wording.Figures;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of the comparison in a combined briefing. */
public final class ComparisonRows {

    /** Short, since a row has little room. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final LikelihoodScale scale;
    private final Figures figures;

    private ComparisonRows(LikelihoodScale scale) {
        this.scale = scale;
        this.figures = new Figures(scale);
    }

    /** @param contrasts of the first scenario with each other one */
    public static List<ComparedScenario> of(Assessment first, List<ScenarioContrast> contrasts, LikelihoodScale scale) {
        ComparisonRows comparison = new ComparisonRows(scale);
        List<ComparedScenario> rows = new ArrayList<>();
        rows.add(comparison.row(first, Optional.empty()));
        contrasts.forEach(contrast -> rows.add(comparison.row(
                contrast.after(), Optional.of(new ContrastParts(contrast, comparison.figures).difference()))));
        return List.copyOf(rows);
    }

    private ComparedScenario row(Assessment assessment, Optional<Difference> difference) {
        Verdict verdict = assessment.verdict();
        Interval interval = verdict.interval();
        VerdictSentences sentences = new VerdictSentences(assessment, scale);
        return new ComparedScenario(
                assessment.scenario().id(),
                assessment.scenario().title(),
                assessment.scenario().asOf().map(DAY::format).orElse(""),
                SuppositionText.sentence(assessment).orElse(""),
                sentences.summary(),
                sentences.statement(),
                interval.widthTenths() == 0 ? "" : figures.span(interval.low(), verdict.likelihood(), interval.high()),
                Wording.relationship(assessment.verdict()),
                Wording.word(assessment.confidence().level()),
                difference);
    }
}
