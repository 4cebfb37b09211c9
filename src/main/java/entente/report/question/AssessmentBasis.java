package entente.report.question;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Outlook;
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
import entente.report.form.TextPage;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.AssumptionText;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.OpenReading;
import entente.report.wording.OutlookText;
import entente.report.wording.ProvenanceText;
import entente.report.wording.ReadingText;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an assessment rests on: unrated indicators, assumptions, caveats, sources, provenance. */
final class AssessmentBasis {

    private static final int MOST_TO_FIND_OUT = 3;
    private static final int MOST_LISTED = 10;
    private static final int FEW_LINES = 3;
    private static final int NARROWS = 22;
    private static final String CHANGED = "Changed readings: ";

    private AssessmentBasis() {}

    /** What would change the likelihood, what to find out, and which changed readings had no effect, each as a list. */
    static List<Block> lists(Assessment assessment, LikelihoodScale scale) {
        OutlookText text = new OutlookText(assessment, scale, true);
        List<Block> blocks = new ArrayList<>();
        if (assessment.confidence().known() > 0) {
            blocks.add(Items.of("What would change it", text.changes(Outlook.MOST_CHANGES)));
        }
        blocks.add(Items.of("What to find out", text.findOut(MOST_LISTED)));
        blocks.add(Items.of("Changed without effect", text.idle()));
        return blocks;
    }

    /** The same in a few lines each. */
    static List<Block> paragraphs(Assessment assessment, LikelihoodScale scale) {
        OutlookText text = new OutlookText(assessment, scale, false);
        List<String> idle = text.idle();
        List<String> paragraphs = new ArrayList<>();
        if (assessment.confidence().known() > 0) {
            paragraphs.add("What would change it: " + String.join(" ", text.changes(1)));
        }
        int lines = FEW_LINES
                - (idle.isEmpty() ? 0 : 1)
                - (SuppositionText.sentence(assessment).isEmpty() ? 0 : 1);
        fitting("What to find out: ", text.findOut(MOST_TO_FIND_OUT), lines).ifPresent(paragraphs::add);
        List<Block> blocks = new ArrayList<>();
        paragraphs.forEach(paragraph -> blocks.add(Prose.body(paragraph)));
        if (!idle.isEmpty()) {
            blocks.add(Prose.body(CHANGED + some(idle)));
        }
        return blocks;
    }

    static List<Block> full(Assessment assessment) {
        return List.of(
                open(assessment),
                Items.of("Assumptions", AssumptionText.of(assessment)),
                Items.of("Caveats", CaveatText.of(assessment, DetailLevel.FULL)),
                Items.of("Doubts about the article's data", CaveatText.doubts(assessment)),
                Items.of("Readings", ReadingText.of(assessment)),
                sources(assessment),
                footer(assessment),
                next());
    }

    static List<Block> summary(Assessment assessment) {
        List<String> caveats = new ArrayList<>(CaveatText.of(assessment, DetailLevel.SUMMARY));
        int doubts = assessment.notes().size();
        if (doubts > 0) {
            caveats.add(Wording.capitalized(Wording.plural(doubts, "note"))
                    + " on the article's own data for these indicators.");
        }
        String always = "Caveats: "
                + AssessmentSentences.caveat(assessment)
                + CaveatText.ranges(assessment).map(ranges -> " " + ranges).orElse("");
        return List.of(
                inFull(false, Items.of("Assumptions", AssumptionText.of(assessment))),
                inFull(false, sources(assessment)),
                Prose.footer(Words.of(counted(always, caveats, FEW_LINES)), provenance(assessment)));
    }

    private static Items sources(Assessment assessment) {
        return Items.of(
                "Sources",
                assessment.scenario().sources().stream()
                        .map(source -> source.id() + ": " + Wording.sentence(source.ref()))
                        .toList());
    }

    /** Commands that show more, each on one line. */
    private static Only next() {
        String next = Stream.of("explain FILE", "explain FILE --rule ID", "assess FILE --set ID=VALUE")
                .map(command -> Hint.command(command).replace(' ', Wording.GLUE))
                .collect(Collectors.joining(" · "));
        return Only.terminal(Role.CONTINUED, "Next: " + next);
    }

    /** As many of the texts as fit into a few lines, at least one; empty without texts. */
    private static Optional<String> fitting(String lead, List<String> texts, int room) {
        return IntStream.range(0, texts.size())
                .mapToObj(fewer -> lead + String.join("; ", texts.subList(0, texts.size() - fewer)) + ".")
                .reduce((text, shorter) -> lines(text) <= room ? text : shorter);
    }

    /** As many sentences as fit into a few lines; the rest is counted. */
    private static String counted(String lead, List<String> sentences, int room) {
        return IntStream.rangeClosed(0, sentences.size())
                .mapToObj(rest -> {
                    String shown = String.join(" ", sentences.subList(0, sentences.size() - rest));
                    String text = (lead + " " + shown).strip();
                    return rest == 0
                            ? text
                            : text.endsWith(":")
                                    ? text + " " + Wording.count(rest) + " (--explain full)."
                                    : text + " And " + more(rest);
                })
                .reduce((text, shorter) -> lines(text) <= room ? text : shorter)
                .orElseThrow();
    }

    /** As many sentences as fit into two lines, at least one; the rest is counted. */
    private static String some(List<String> sentences) {
        return IntStream.range(0, sentences.size())
                .mapToObj(rest -> String.join(" ", sentences.subList(0, sentences.size() - rest))
                        + (rest == 0 ? "" : " And " + more(rest)))
                .reduce((text, shorter) -> lines(text) <= FEW_LINES - 1 ? text : shorter)
                .orElseThrow();
    }

    private static String more(int count) {
        return Wording.count(count) + " more: --explain full.";
    }

    private static int lines(String paragraph) {
        return TextPage.wrapped(paragraph, TextPage.WIDTH).size();
    }

    /** A document has everything that the scenario says; a terminal in full detail only. */
    static Block inFull(boolean full, Block block) {
        return full ? block : new Only(Setting.DOCUMENT, List.of(block));
    }

    static Block footer(Assessment assessment) {
        return Prose.footer(Words.of(AssessmentSentences.caveat(assessment)), provenance(assessment));
    }

    private static Words provenance(Assessment assessment) {
        return Words.withDigests(
                ProvenanceText.of(assessment),
                assessment.provenance().rulesSha256(),
                assessment.scenario().sha256());
    }

    private static Table open(Assessment assessment) {
        List<OpenReading> gaps = OpenReading.of(assessment);
        boolean ranges = gaps.stream().anyMatch(gap -> gap.reading().range().isPresent());
        String heading = ranges ? "Unknown and uncertain readings" : "Unrated indicators";
        return new Table(
                assessment.gaps().isEmpty() ? "Given ranges" : heading,
                "",
                List.of(Column.figures("narrows interval by", NARROWS)),
                gaps.stream()
                        .map(gap -> Row.of(1, gap.shortLabel(), gap.narrowing()))
                        .toList());
    }
}
