package entente.report.question;

import entente.model.assessment.Assessment;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Block.Setting;
import entente.report.form.Hint;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.AssumptionText;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.OpenReading;
import entente.report.wording.ReadingText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an assessment rests on: unrated indicators, assumptions, caveats, sources, provenance. */
final class AssessmentBasis {

    private static final int MOST_UNKNOWN = 6;
    private static final int NARROWS = 22;

    private AssessmentBasis() {}

    static List<Block> of(Assessment assessment, DetailLevel explain) {
        boolean full = explain == DetailLevel.FULL;
        List<Block> blocks = new ArrayList<>();
        blocks.add(open(assessment, full));
        blocks.add(Items.of("Assumptions", AssumptionText.of(assessment)));
        blocks.add(Items.of("Caveats", CaveatText.of(assessment, explain)));
        int doubts = assessment.notes().size();
        if (full) {
            blocks.add(Items.of("Doubts about the article's data", CaveatText.doubts(assessment)));
            blocks.add(Items.of("Readings", ReadingText.of(assessment)));
        } else if (doubts > 0) {
            blocks.add(Prose.body(Wording.capitalized(Wording.plural(doubts, "note"))
                    + " on doubtful data behind these readings: --explain full."));
        }
        List<String> sources = assessment.scenario().sources().stream()
                .map(source -> source.id() + ": " + Wording.sentence(source.ref()))
                .toList();
        blocks.add(inFull(full, Items.of("Sources", sources)));
        blocks.add(footer(assessment));
        // A command stays on one line.
        String next = Stream.of("explain FILE", "explain FILE --rule ID", "assess FILE --set ID=VALUE")
                .map(command -> Hint.command(command).replace(' ', Wording.GLUE))
                .collect(Collectors.joining(" · "));
        blocks.add(Only.terminal(Role.CONTINUED, "Next: " + next));
        return blocks;
    }

    /** A document has everything that the scenario says; a terminal in full detail only. */
    static Block inFull(boolean full, Block block) {
        return full ? block : new Only(Setting.DOCUMENT, List.of(block));
    }

    static Block footer(Assessment assessment) {
        return Prose.footer(
                Words.of(AssessmentSentences.caveat(assessment)),
                Words.withDigests(
                        AssessmentSentences.provenance(assessment),
                        assessment.provenance().rulesSha256(),
                        assessment.scenario().sha256()));
    }

    private static Table open(Assessment assessment, boolean full) {
        List<OpenReading> gaps = OpenReading.of(assessment);
        List<Row> rows = new ArrayList<>();
        gaps.stream()
                .filter(gap -> full || gap.narrows() > 0)
                .limit(full ? gaps.size() : MOST_UNKNOWN)
                .forEach(gap -> rows.add(Row.of(1, gap.label(), gap.narrowing())));
        int rest = gaps.size() - rows.size();
        if (rest > 0) {
            String none =
                    Wording.capitalized(Wording.plural(rest, "reading")) + ", none of which would narrow the interval.";
            rows.add(Row.of(1, rows.isEmpty() ? none : "and " + Wording.plural(rest, "other") + "."));
        }
        return new Table(
                assessment.gaps().isEmpty() ? "Given ranges" : "Unrated indicators",
                "",
                List.of(Column.figures("narrows interval by", NARROWS)),
                rows);
    }
}
