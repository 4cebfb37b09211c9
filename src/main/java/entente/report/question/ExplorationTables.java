package entente.report.question;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ReadingEffect;
import entente.analysis.exploration.ReadingEffect.GradeEffect;
import entente.model.Band;
import entente.model.Relationship;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.ProbabilityText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of an exploration that documents have room for. */
final class ExplorationTables {

    private static final int FIGURES = 10;

    private final ExplorationResult result;
    private final ExplorationSentences sentences;
    /** Those that are reached. */
    private final List<Band> bands;

    private ExplorationTables(ExplorationResult result, ExplorationSentences sentences) {
        this.result = result;
        this.sentences = sentences;
        this.bands = Arrays.stream(Band.values())
                .filter(band -> result.verdict().bands().getOrDefault(band, 0.0) > 0)
                .toList();
    }

    static List<Block> of(ExplorationResult result, ExplorationSentences sentences) {
        ExplorationTables tables = new ExplorationTables(result, sentences);
        List<Block> blocks = new ArrayList<>();
        blocks.add(tables.relationships());
        blocks.add(tables.byGrade(
                "If a reading were known: probability of each verdict", GradeEffect::bands, "If this is"));
        blocks.add(tables.byGrade(
                "If the verdict were known: probability of each grade", GradeEffect::posterior, "Reading"));
        blocks.add(Items.of(
                "The most probable readings for each verdict",
                result.likeliest().stream().map(sentences::likeliest).toList()));
        return blocks;
    }

    private List<String> titles(String first) {
        List<String> titles = new ArrayList<>(List.of(first));
        bands.forEach(band -> titles.add(band.term()));
        return titles;
    }

    private Table relationships() {
        List<Row> rows = new ArrayList<>();
        for (Relationship state : Relationship.values()) {
            double probability = result.relationships().probability(state);
            if (probability > 0) {
                Map<Band, Double> byBand = result.relationships().joint().getOrDefault(state, Map.of());
                rows.add(row(1, Wording.word(state), probability, byBand));
            }
        }
        return Table.figures("Relationship by verdict", titles("together"), FIGURES, rows);
    }

    private Table byGrade(String heading, Function<GradeEffect, Map<Band, Double>> figures, String label) {
        List<Row> rows = new ArrayList<>();
        for (ReadingEffect effect : result.effects()) {
            for (GradeEffect grade : effect.grades()) {
                rows.add(row(
                        1,
                        sentences.label(effect.indicator()) + ": " + Wording.word(grade.grade()),
                        grade.probability(),
                        figures.apply(grade)));
            }
        }
        return new Table(
                heading,
                label,
                titles("all cases").stream()
                        .map(title -> Table.Column.figures(title, FIGURES))
                        .toList(),
                rows);
    }

    private Row row(int depth, String text, double first, Map<Band, Double> figures) {
        List<String> cells = new ArrayList<>(List.of(ProbabilityText.percent(first)));
        bands.forEach(band -> cells.add(ProbabilityText.percent(figures.getOrDefault(band, 0.0))));
        return Row.of(depth, text, cells.toArray(String[]::new));
    }
}
