package entente.report.question;

import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.Estimate;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.report.form.Block;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Setting;
import entente.report.form.ProbabilityFigure;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.ContrastText;
import entente.report.wording.EnsembleSentences;
import entente.report.wording.ProbabilityText;
import entente.report.wording.ProvenanceText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How probable each verdict is over the variants of an ensemble. */
public final class EnsembleReport {

    private static final int FIGURES = 12;
    private static final int VARIANTS = 16;
    private static final int BANDS = 8;

    private final EnsembleResult result;
    private final Map<Band, Estimate> estimates;

    /** Those that are reached. */
    private final List<Band> bands;

    private EnsembleReport(EnsembleResult result) {
        this.result = result;
        estimates = result.bands();
        bands = Arrays.stream(Band.values())
                .filter(band -> estimate(band).variants() > 0)
                .toList();
    }

    public static Report of(EnsembleResult result) {
        return new EnsembleReport(result).report();
    }

    private Report report() {
        EnsembleSentences sentences = new EnsembleSentences(result);
        Scenario scenario = result.ensemble().question().scenario();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.lead(sentences.top()));
        blocks.add(new Only(Setting.DOCUMENT, List.of(figure())));
        blocks.add(table());
        blocks.add(Prose.body(sentences.relationships()));
        blocks.add(new Only(Setting.DOCUMENT, List.of(relationships())));
        blocks.add(Prose.body(Stream.of(Optional.of(sentences.method()), sentences.assumed(), sentences.unrated())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "))));
        String provenance = ProvenanceText.of(result.ensemble().provenance(), scenario)
                + " The digest of the outcomes is " + result.outcomesSha256() + ".";
        blocks.add(Prose.footer(Words.withDigests(
                provenance, result.ensemble().provenance().rulesSha256(), scenario.sha256(), result.outcomesSha256())));
        return new Report(scenario.title(), ContrastText.dated(scenario), blocks);
    }

    private Estimate estimate(Band band) {
        return estimates.getOrDefault(band, new Estimate(0, 0, 0));
    }

    private ProbabilityFigure figure() {
        List<ProbabilityFigure.Bar> bars = bands.stream()
                .map(band -> new ProbabilityFigure.Bar(
                        band.term(),
                        VerdictSentences.range(LikelihoodScale.of(band), LikelihoodScale.ICD203),
                        estimate(band).probability(),
                        ProbabilityText.percent(estimate(band).probability())))
                .toList();
        String description = bars.stream()
                .map(bar -> bar.outcome() + " " + bar.text())
                .collect(Collectors.joining(", ", "The probability of each verdict: ", "."));
        return new ProbabilityFigure("Probability of each verdict", "Verdict", bars, description);
    }

    private Table table() {
        boolean exact = result.ensemble().question().design().isGrid();
        List<Column> columns = exact
                ? List.of(Column.figures("probability", FIGURES), Column.figures("variants", VARIANTS))
                : List.of(
                        Column.figures("probability", FIGURES),
                        Column.figures("std. error", FIGURES),
                        Column.figures("variants", VARIANTS));
        return new Table(
                "Verdicts",
                "Verdict",
                columns,
                bands.stream().map(band -> row(band, exact)).toList());
    }

    private Row row(Band band, boolean exact) {
        Estimate estimate = estimate(band);
        String name =
                band.term() + " (" + VerdictSentences.range(LikelihoodScale.of(band), LikelihoodScale.ICD203) + ")";
        String probability = ProbabilityText.percent(estimate.probability());
        String variants = EnsembleSentences.grouped(estimate.variants());
        return exact
                ? Row.of(1, name, probability, variants)
                : Row.of(1, name, probability, ProbabilityText.error(estimate.standardError()), variants);
    }

    private Table relationships() {
        List<Row> rows = Arrays.stream(Relationship.values())
                .filter(state -> result.relationship(state).variants() > 0)
                .map(state -> Row.of(
                        1,
                        Wording.word(state),
                        bands.stream()
                                .map(band -> ProbabilityText.percent(
                                        result.bands(state).getOrDefault(band, 0.0)))
                                .toArray(String[]::new)))
                .toList();
        return Table.figures(
                "Relationship and verdict together",
                bands.stream().map(Band::term).toList(),
                BANDS,
                rows);
    }
}
