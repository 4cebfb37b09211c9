package entente.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates parser messages on invalid JSON or YAML for the author of the document. */
final class SyntaxMessages {

    private static final int MAX_LENGTH = 240;

    /**
     * The translation of one kind of parser message.
     *
     * @param sentence with $1 for the first group of the pattern
     */
    private record Translation(Pattern pattern, String sentence) {}

    private static final List<Translation> JSON = List.of(
            of("Non-standard token.*", "JSON has no NaN and no Infinity; a missing value is left out or \"unknown\"."),
            of(
                    ".*\\(non-standard\\) comment.*|Unexpected character \\('#'.*",
                    "JSON has no comments; put remarks into a \"note\"."),
            of("Unexpected character \\('[''`].*", "Names and text need double quotes (\"), not single quotes."),
            of(
                    "Unexpected character \\('[“”„«»‘’].*",
                    "Names and text need straight double quotes (\"), not typographic quotes."),
            of("Unexpected character \\('[}\\]]'.*in numeric value.*", "A number breaks off."),
            of(
                    "Unexpected character \\('[}\\]]'.*double-quote to start.*",
                    "There is a comma before the closing bracket, after the last entry."),
            of(
                    "Unexpected character \\('[}\\],]'.*expected a.* value.*",
                    "A value is missing, or there is a comma too many."),
            of(
                    "Unexpected character \\('\\d'.*double-quote to start.*",
                    "A name in double quotes is expected here; a number has a decimal point, not a comma."),
            of(".*double-quote to start.*", "A name in double quotes is expected here."),
            of(".*was expecting a colon.*", "A colon is expected here, between a name and its value."),
            of(".*was expecting comma.*", "A comma or a closing bracket is expected here."),
            of("Unexpected close marker.*", "A bracket closes what was not opened, or one is missing before it."),
            of(".*Leading zeroes.*", "A number has no zeros in front."),
            of("Unexpected character \\('\\+'.*", "A number has no plus sign in front."),
            of("Unexpected character \\('\\.'.*", "A number has a digit before its decimal point."),
            of(".*Decimal point not followed.*", "A number has a digit after its decimal point."),
            of(".*in numeric value.*", "This is not a number."),
            of(
                    "Illegal unquoted character \\(\\(CTRL-CHAR, code 1[03]\\).*",
                    "A text ends on the line on which it begins; a line break within it is written \\n."),
            of("Illegal unquoted character \\(\\(CTRL-CHAR, code 9\\).*", "A tab within a text is written \\t."),
            of("Illegal .*\\(\\(CTRL-CHAR, code (\\d+)\\).*", "There is a control character here (number $1)."),
            of(".*character escape.*", "A backslash within a text is written twice."),
            of("Unexpected end-of-input.*", "The document breaks off."),
            of(
                    "Unrecognized token '(\\P{Cntrl}{1,40})'.*",
                    "$1 is no value as it stands: text, \"unknown\" too, is in double quotes; true, false and null are small."),
            of("Unexpected character \\('(\\P{Cntrl}{1,2})'.*", "The character $1 is not allowed here."));

    private SyntaxMessages() {}

    private static Translation of(String pattern, String sentence) {
        return new Translation(Pattern.compile(pattern), sentence);
    }

    static String json(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        for (Translation translation : JSON) {
            Matcher matcher = translation.pattern().matcher(line);
            if (matcher.matches()) {
                return matcher.groupCount() == 0
                        ? translation.sentence()
                        : translation.sentence().replace("$1", matcher.group(1));
            }
        }
        return sentence(line);
    }

    /** The second half of messages such as "while parsing x … expected y", which is the error. */
    static String yaml(String message) {
        return sentence(message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("while ") && !line.startsWith(" "))
                .findFirst()
                .orElse("This is not YAML"));
    }

    private static String sentence(String line) {
        String whole = Text.printable(line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line);
        String first = whole.isEmpty() ? "" : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}
