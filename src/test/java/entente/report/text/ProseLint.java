package entente.report.text;

import entente.model.LikelihoodScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks texts against {@link ProseRules} and their layout, and returns every violation as text. */
final class ProseLint {

    private ProseLint() {}

    /** A text with 80 columns: checks its layout and each of its sentences. */
    static List<String> text(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(layout(text));
        List<String> lines = new ArrayList<>(text.lines().toList());
        removeRuler(lines);
        for (String block : String.join("\n", lines).split("\n\\s*\n")) {
            wrong.addAll(sentences(block, scale));
        }
        return wrong;
    }

    /** A table of verdicts: cells are no sentences, so only the likelihood terms and their ranges are checked. */
    static List<String> table(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(layout(text));
        List<String> lines = text.lines().toList();
        if (!lines.get(2).matches("Scenario +Likelihood +Confidence")) {
            wrong.add("not the head of a table of verdicts: " + lines.get(2));
        }
        String rows = String.join(" ", lines.subList(3, lines.size())).replaceAll("\\s+", " ");
        wrong.addAll(ProseRules.words(rows, scale));
        return wrong;
    }

    /** Markdown: each line and each cell of a table is checked as a separate text. */
    static List<String> markdown(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(ends(text));
        for (String line : text.lines().toList()) {
            String bare = line.replaceAll("^(?: *- |> |#+ )", "")
                    .replaceAll("\\\\([\\\\*_`\\[\\]|])", "$1")
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
            Stream<String> cells = line.startsWith("|")
                    ? Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                    : Stream.of(bare);
            cells.map(cell -> cell.replaceAll("\\*\\*|`|(?<!\\w)\\*|\\*(?!\\w)", "")
                            .strip())
                    .forEach(cell -> wrong.addAll(sentences(cell, scale)));
        }
        return wrong;
    }

    private static List<String> sentences(String block, LikelihoodScale scale) {
        return ProseRules.sentences(block, scale);
    }

    private static List<String> layout(String text) {
        List<String> wrong = new ArrayList<>(ends(text));
        text.lines()
                .filter(line -> line.codePointCount(0, line.length()) > 80)
                .forEach(line -> wrong.add("over 80 columns: " + line));
        return wrong;
    }

    private static List<String> ends(String text) {
        List<String> wrong = new ArrayList<>();
        text.lines()
                .filter(line -> !line.equals(line.stripTrailing()))
                .forEach(line -> wrong.add("blanks at the end: " + line));
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            wrong.add("does not end with one line end");
        }
        if (text.indexOf('\u00A0') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0) {
            wrong.add("a space that is none");
        }
        if (text.contains("\n\n\n")) {
            wrong.add("two empty lines");
        }
        return wrong;
    }

    private static final Set<String> RULER = Set.of(
            "exceptionally",
            "almost",
            "no",
            "chance",
            "very",
            "highly",
            "unlikely",
            "roughly",
            "even",
            "likely",
            "certain",
            "remote",
            "realistic",
            "possibility");

    /**
     * Removes the ruler: the line with the mark, and the two lines above it, which have only names of bands.
     */
    private static void removeRuler(List<String> lines) {
        for (int i = 2; i < lines.size(); i++) {
            if (lines.get(i).matches(" {2}[├▲][─┼├┤┬▲ ]*[┤▲]") && lines.get(i).contains("▲")) {
                for (int above = 1; above <= 2; above++) {
                    Set<String> names = Arrays.stream(
                                    lines.get(i - above).strip().split(" +"))
                            .collect(Collectors.toSet());
                    if (RULER.containsAll(names)) {
                        lines.set(i - above, "");
                    }
                }
                lines.set(i, "");
                return;
            }
        }
    }
}
