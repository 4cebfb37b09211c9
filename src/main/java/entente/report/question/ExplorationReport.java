package entente.report.question;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ReadingEffect;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.report.form.Block;
import entente.report.form.Block.Compact;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Setting;
import entente.report.form.ProbabilityFigure;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.DiscoverySentences;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.ProbabilityText;
import entente.report.wording.ProvenanceText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How probable each verdict is where readings are uncertain, and what decides it. */
public final class ExplorationReport {

    /** Verdicts and readings on a terminal together, so that the text fits on a screen of 30 lines. */
    private static final int MOST_ROWS = 7;

    private static final int MOST_READINGS = 4;
    private static final int LEAST_READINGS = 2;
    private static final int MOST_PROFILED = 4;
    private static final int MOST_TRAITS = 3;
    private static final List<Table.Column> IN_SHORT =
            List.of(Table.Column.figures("alone", 12), Table.Column.figures("with others", 13));
    private static final List<Table.Column> IN_FULL = List.of(
            Table.Column.figures("alone", 8), Table.Column.figures("with others", 13), Table.Column.figures("bits", 8));

    private ExplorationReport() {}

    public static Report of(ExplorationResult result) {
        ExplorationSentences sentences = new ExplorationSentences(result);
        Scenario scenario = result.question().scenario();
        List<Block> blocks = new ArrayList<>();
        SuppositionText.sentence(result.assessment())
                .ifPresent(supposition -> blocks.add(Prose.of(Block.Role.LEAD, supposition)));
        blocks.add(Prose.lead(sentences.top()));
        if (!result.uncertain().isEmpty()) {
            int verdicts = reached(result).size();
            blocks.add(new Compact(List.of(figure(result), Prose.body(sentences.relationships()))));
            int readings = Math.max(LEAST_READINGS, Math.min(MOST_READINGS, MOST_ROWS - verdicts));
            blocks.add(new Only(Setting.TERMINAL, List.of(effects(result, sentences, readings, IN_SHORT))));
            blocks.add(Only.terminal(Block.Role.CONTINUED, sentences.indicesInShort(readings)));
            blocks.add(new Only(Setting.DOCUMENT, effectsInFull(result, sentences)));
            DiscoverySentences.of(result).ifPresent(found -> blocks.add(discovery(found)));
            blocks.add(new Only(
                    Setting.TERMINAL,
                    result.discovery().isPresent()
                            ? List.of()
                            : List.of(profiles(sentences, verdicts > MOST_PROFILED ? 0 : 1, 1))));
            blocks.add(new Only(Setting.DOCUMENT, List.of(profiles(sentences, Band.values().length, MOST_TRAITS))));
            blocks.add(new Only(Setting.DOCUMENT, ExplorationTables.of(result, sentences)));
            blocks.add(Prose.body(Stream.of(
                            Optional.of(AssessmentSentences.CAVEAT),
                            Optional.of(sentences.method()),
                            sentences.assumed(),
                            sentences.unrated())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "))));
        } else {
            sentences.unrated().ifPresent(unrated -> blocks.add(Prose.body(unrated)));
        }
        String provenance = ProvenanceText.of(result.provenance(), scenario);
        blocks.add(
                Prose.footer(Words.withDigests(provenance, result.provenance().rulesSha256(), scenario.sha256())));
        return new Report(scenario.title(), AssessmentReport.dated(scenario), blocks);
    }

    private static Items profiles(ExplorationSentences sentences, int verdicts, int readings) {
        return Items.of("What tells other verdicts apart", sentences.profiles(verdicts, readings));
    }

    private static List<Block> effectsInFull(ExplorationResult result, ExplorationSentences sentences) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(effects(result, sentences, result.effects().size(), IN_FULL));
        blocks.add(Prose.body(ExplorationSentences.INDICES));
        sentences.pairs(result.pairs().size()).ifPresent(pairs -> blocks.add(Prose.body(pairs)));
        return blocks;
    }

    private static Items discovery(DiscoverySentences text) {
        return Items.of(text.heading(), text.sentences());
    }

    private static ProbabilityFigure figure(ExplorationResult result) {
        List<ProbabilityFigure.Bar> bars = reached(result).stream()
                .map(band -> bar(band, result.verdict().bands().getOrDefault(band, 0.0)))
                .toList();
        String description = bars.stream()
                .map(bar -> bar.outcome() + " " + bar.text())
                .collect(Collectors.joining(", ", "The probability of each verdict: ", "."));
        return new ProbabilityFigure("Probability of each verdict", "Verdict", bars, description);
    }

    private static List<Band> reached(ExplorationResult result) {
        return Arrays.stream(Band.values())
                .filter(band -> result.verdict().bands().getOrDefault(band, 0.0) > 0)
                .toList();
    }

    private static ProbabilityFigure.Bar bar(Band band, double probability) {
        return new ProbabilityFigure.Bar(
                band.term(),
                VerdictSentences.range(LikelihoodScale.of(band), LikelihoodScale.ICD203),
                probability,
                ProbabilityText.percent(probability));
    }

    private static Table effects(
            ExplorationResult result, ExplorationSentences sentences, int most, List<Table.Column> columns) {
        List<Row> rows = result.effects().stream()
                .limit(most)
                .map(effect -> row(effect, sentences, columns.size()))
                .toList();
        return new Table("What decides the likelihood", "", columns, rows);
    }

    private static Row row(ReadingEffect effect, ExplorationSentences sentences, int figures) {
        return Row.of(
                1,
                sentences.label(effect.indicator()),
                Stream.of(
                                ProbabilityText.share(effect.first()),
                                effect.total().isPresent()
                                        ? ProbabilityText.share(effect.total().getAsDouble())
                                        : "–",
                                ProbabilityText.bits(effect.bits()))
                        .limit(figures)
                        .toArray(String[]::new));
    }
}
