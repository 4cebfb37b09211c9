package entente.report.question;

import entente.model.assessment.Assessment;
import entente.report.form.TextPage;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.OutlookText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a summary has room for: as much as fits into a few lines, and the number of the rest. */
public final class Summary {

    private static final int MOST_TO_FIND_OUT = 3;
    private static final int FEW_LINES = 3;

    private Summary() {}

    /** What to find out. */
    public static String findOut(Assessment assessment, OutlookText text) {
        int lines = FEW_LINES
                - (text.idle().isEmpty() ? 0 : 1)
                - (SuppositionText.sentence(assessment).isEmpty() ? 0 : 1);
        return fitting("What to find out: ", text.findOut(MOST_TO_FIND_OUT), lines)
                .orElse("");
    }

    /** Changed readings that changed nothing. */
    public static String changed(OutlookText text) {
        return some(text.idle());
    }

    public static String caveats(Assessment assessment) {
        List<String> caveats = new ArrayList<>(CaveatText.of(assessment, DetailLevel.SUMMARY));
        int doubts = assessment.notes().size();
        if (doubts > 0) {
            caveats.add(Wording.capitalized(Wording.plural(doubts, "note"))
                    + " on the article's own data for these indicators.");
        }
        String always = "Caveats: "
                + VerdictSentences.caveat(assessment)
                + CaveatText.ranges(assessment).map(ranges -> " " + ranges).orElse("");
        return counted(always, caveats, FEW_LINES);
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
}
