package entente.report.markdown;

import java.util.regex.Pattern;

/** Escapes untrusted text for Markdown. */
final class MarkdownText {

    /** What would begin a heading, a list, a quotation or a rule at the start of a line. */
    private static final Pattern START = Pattern.compile("^(\\d*)([.)#>+=-]+(?:\\s|$)|>)");

    /** Within a word it is an underscore and nothing else. */
    private static final Pattern UNDERSCORE = Pattern.compile("(?<!\\p{Alnum})_|_(?!\\p{Alnum})");

    /** What begins a tag, a comment or an autolink; elsewhere it is a sign as any other. */
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    private static final Pattern REFERENCE = Pattern.compile("&(?=#?\\w+;)");

    private MarkdownText() {}

    static String text(String text) {
        String escaped = REFERENCE
                .matcher(text)
                .replaceAll("&amp;")
                .replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replace("~", "\\~")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("\n", " ")
                .replace("\r", " ");
        escaped = TAG.matcher(escaped).replaceAll("&lt;");
        escaped = UNDERSCORE.matcher(escaped).replaceAll("\\\\_");
        return START.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    static String cell(String text) {
        return text(text).replace("|", "\\|");
    }
}
