package entente.report.text;

import entente.model.LikelihoodScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks sentences against the style rules of intelligence analysis and returns every violation as text. */
final class ProseLint {

    /** The words of each standard with the range that each must carry. */
    private static final Map<LikelihoodScale, Map<String, String>> WORDS = Map.of(
            LikelihoodScale.ICD203,
            Map.of(
                    "almost no chance", "1–5 %",
                    "very unlikely", "5–20 %",
                    "unlikely", "20–45 %",
                    "roughly even", "45–55 %",
                    "roughly even chance", "45–55 %",
                    "likely", "55–80 %",
                    "very likely", "80–95 %",
                    "almost certain", "95–99 %"),
            LikelihoodScale.PHIA,
            Map.of(
                    "remote chance", ">0–5 %",
                    "highly unlikely", "10–20 %",
                    "unlikely", "25–35 %",
                    "realistic possibility", "40–<50 %",
                    "likely", "55–75 %",
                    "highly likely", "80–90 %",
                    "almost certain", "95–<100 %"));

    private static final String LIKELIHOOD =
            "\\b(?:almost no chance|remote chance|realistic possibility|roughly even chance"
                    + "|roughly even|(?:very|highly) (?:un)?likely|(?:un)?likely|almost certain|probabl[ey]|improbable"
                    + "|remote|certain(?:ly|ty)?)\\b";
    private static final Pattern WORD = Pattern.compile(LIKELIHOOD, Pattern.CASE_INSENSITIVE);
    private static final Pattern HEDGE = Pattern.compile(
            "\\b(?:may|might|could|possibl[ey]|possibilit(?:y|ies)|perhaps|maybe|potentially|conceivably|presumably|arguably"
                    + "|(?:significant|good|fair|real) chance)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY_OF_A_YEAR = Pattern.compile("\\bMay \\d{4}\\b");
    private static final Pattern FORECAST = Pattern.compile("\\b(?:will|won't|shall|is going to|are going to)\\b");
    private static final Pattern THE_WILL = Pattern.compile(
            "\\b(?:political|little|less|more|no|the|of|without a) will\\b|\\bwill (?:of|to ally)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CERTAINTY =
            Pattern.compile("(?<![\\d.,–<>/])(?:0|100)(?:\\.0+)? ?(?:%|percent\\b(?!age))");
    private static final Pattern CONFIDENCE = Pattern.compile("\\bconfiden\\w*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("\\d ?(?:%|percent\\b)");
    private static final Pattern TWICE = Pattern.compile("\\b([a-z]+) \\1\\b");
    private static final Pattern UNFILLED = Pattern.compile("\\bnull\\b|NaN|Optional[.\\[]|%s|\\{|\\}|Infinity");
    private static final Pattern SPACING =
            Pattern.compile(" [,;:!)]| \\.(?!\\.)(?:\\s|$)|\\( |,,|;;|(?<!\\.)\\.\\.(?!\\.)|\\.;|\\.,|:\\.|\\?\\.");

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
        lines.stream().skip(3).forEach(line -> wrong.addAll(words(line, scale)));
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

    /** One or more sentences, wrapped or not. */
    static List<String> sentences(String block, LikelihoodScale scale) {
        String joined = block.replaceAll("\\s+", " ").strip();
        List<String> wrong = new ArrayList<>();
        for (String sentence : joined.split("(?<=[.!?]) (?=[A-Z“])")) {
            wrong.addAll(words(sentence, scale));
            boolean confidence = CONFIDENCE.matcher(sentence).find();
            if (confidence && WORD.matcher(sentence).find()) {
                wrong.add("likelihood and confidence in one sentence: " + sentence);
            }
            if (confidence && PERCENT.matcher(sentence).find()) {
                wrong.add("a confidence beside a percentage: " + sentence);
            }
        }
        found(SPACING, joined, "spacing", wrong);
        found(TWICE, joined, "a word twice", wrong);
        found(UNFILLED, joined, "something unfilled", wrong);
        return wrong;
    }

    /** Forbidden words, and likelihood terms without their range. */
    static List<String> words(String sentence, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>();
        for (MatchResult match : WORD.matcher(sentence).results().toList()) {
            String word = match.group().toLowerCase(java.util.Locale.ROOT);
            String range = WORDS.get(scale).get(word);
            if (range == null) {
                wrong.add("\"" + word + "\" is no word of " + scale + ": " + sentence);
            } else if (!sentence.startsWith(" (" + range + ")", match.end())) {
                wrong.add("\"" + word + "\" without (" + range + "): " + sentence);
            }
        }
        String allowed = MAY_OF_A_YEAR
                .matcher(sentence.replaceAll("realistic possibility \\(", "("))
                .replaceAll("");
        found(HEDGE, allowed, "a hedge", wrong);
        found(FORECAST, THE_WILL.matcher(sentence).replaceAll(""), "a forecast", wrong);
        found(CERTAINTY, sentence, "certainty", wrong);
        return wrong;
    }

    private static void found(Pattern pattern, String text, String what, List<String> wrong) {
        pattern.matcher(text)
                .results()
                .forEach(match -> wrong.add(what + " \"" + match.group() + "\": …"
                        + text.substring(Math.max(0, match.start() - 60), Math.min(text.length(), match.end() + 60))
                        + "…"));
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
            if (lines.get(i).matches(" {2}├[─┼├┤▲ ]*┤") && lines.get(i).contains("▲")) {
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
