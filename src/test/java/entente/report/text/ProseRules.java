package entente.report.text;

import entente.model.LikelihoodScale;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The style rules of intelligence analysis (ICD 203): a word of likelihood belongs to the standard of the text and has its range
 * beside it; likelihood and confidence do not share a sentence; no bare hedge, no forecast as a certainty, no 0 or 100 %.
 */
public final class ProseRules {

    /** The words of each standard with the range that each must carry. */
    private static final Map<LikelihoodScale, Map<String, String>> WORDS = Map.of(
            LikelihoodScale.ICD203,
            Map.of(
                    "exceptionally unlikely", "less than 1 %",
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
                    + "|roughly even|(?:very|highly|exceptionally) (?:un)?likely|(?:un)?likely|almost certain|probabl[ey]|improbable"
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

    private ProseRules() {}

    /** What one or more sentences, wrapped or not, violate; empty for nothing. */
    public static List<String> sentences(String block, LikelihoodScale scale) {
        String joined = block.replace(Wording.GLUE, ' ').replaceAll("\\s+", " ").strip();
        List<String> wrong = new ArrayList<>();
        for (String sentence : joined.split("(?<=[.!?]) (?=[A-Z“])")) {
            wrong.addAll(words(sentence, scale));
            // Words of the rule book stand in quotation marks or brackets.
            boolean confidence = CONFIDENCE
                    .matcher(sentence.replaceAll("“[^”]*”|\\([^)]*\\)", "…"))
                    .find();
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
    public static List<String> words(String sentence, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>();
        for (MatchResult match : WORD.matcher(sentence).results().toList()) {
            String word = match.group().toLowerCase(Locale.ROOT);
            String range = Objects.requireNonNull(WORDS.get(scale)).get(word);
            if (range == null) {
                wrong.add("\"" + word + "\" is no word of " + scale + ": " + sentence);
            } else if (!sentence.startsWith(" (" + range + ")", match.end())
                    && !sentence.startsWith(" (" + range + ", here ", match.end())) {
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
}
