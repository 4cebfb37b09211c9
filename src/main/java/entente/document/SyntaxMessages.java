package entente.document;

import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Describes invalid JSON or YAML to the author of the document, from the location of the error and the text there. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class SyntaxMessages {

    private static final int MAX_WORD = 40;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{0,3})?$");
    private static final String COMMA = "A value is missing, or there is a comma too many.";
    private static final String NUMBER =
            "This is not a number; a number has digits before and after its decimal point, and no plus sign or zeros in front.";

    private final String text;
    private final int at;
    private final boolean inObject;

    /**
     * @param token that was being read, or the last one before
     * @param inObject whether the innermost open bracket is that of an object
     */
    static String json(JacksonException failure, String text, @Nullable JsonToken token, boolean inObject) {
        if (failure instanceof UnexpectedEndOfInputException) {
            return "The document ends prematurely.";
        }
        if (failure instanceof StreamConstraintsException) {
            return "A value is too long or nested too deeply.";
        }
        int at = (int) failure.getLocation().getCharOffset();
        if (at < 0 || at >= text.length()) {
            return "This is not JSON.";
        }
        SyntaxMessages messages = new SyntaxMessages(text, at, inObject);
        return messages.isInText(token) ? messages.inText() : messages.betweenTokens(token);
    }

    /** Whether a text is being read; otherwise the last token is a complete one. */
    private boolean isInText(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_STRING
                && (Character.isISOControl(text.charAt(at))
                        || ESCAPE.matcher(text.substring(0, at)).find());
    }

    private String inText() {
        return switch (text.charAt(at)) {
            case '\n', '\r' -> "A text ends on the line on which it begins; a line break within it is written \\n.";
            case '\t' -> "A tab within a text is written \\t.";
            default ->
                Character.isISOControl(text.charAt(at)) ? control() : "A backslash within a text is written twice.";
        };
    }

    private String betweenTokens(@Nullable JsonToken token) {
        char before = before();
        char found = text.charAt(at);
        String read = text.substring(0, at);
        if (read.endsWith("NaN") || read.endsWith("Infinity")) {
            return "JSON has no NaN and no Infinity; a missing value is left out or \"unknown\".";
        }
        if (isNumber(found)) {
            return NUMBER;
        }
        return switch (found) {
            case '/', '#' -> "JSON has no comments; put remarks into a \"note\".";
            case '\'', '`' -> "Names and text need double quotes (\"), not single quotes.";
            case '“', '”', '„', '«', '»', '‘', '’' ->
                "Names and text need straight double quotes (\"), not typographic quotes.";
            case ',' -> COMMA;
            case '}', ']' ->
                inObject == (found == '}') && before != 0
                        ? COMMA
                        : "This closing bracket has no matching opening bracket.";
            default -> Character.isISOControl(found) ? control() : unexpected(token, before);
        };
    }

    /** Whether the error is within a number or at its sign or point. */
    private boolean isNumber(char found) {
        char last = at == 0 ? ' ' : text.charAt(at - 1);
        return found == '.'
                || found == '+'
                || last == '+'
                || last == '-'
                || (isDigit(last) && (isDigit(found) || found == 'e' || found == 'E'));
    }

    private String unexpected(@Nullable JsonToken token, char before) {
        if (inObject && (before == '{' || before == ',')) {
            return isDigit(text.charAt(at))
                    ? "A name in double quotes is expected here; a number has a decimal point, not a comma."
                    : "A name in double quotes is expected here.";
        }
        if (token == JsonToken.PROPERTY_NAME && before == '"') {
            return "A colon is expected here, between a name and its value.";
        }
        if (before != ':' && before != '[' && before != ',' && before != 0) {
            return "A comma or a closing bracket is expected here.";
        }
        int end = at;
        while (end < text.length() && end < at + MAX_WORD && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end == at
                ? "The character " + Text.printable(Character.toString(text.codePointAt(at))) + " is not allowed here."
                : text.substring(at, end)
                        + " is not a value: text, \"unknown\" too, is in double quotes; true, false and null are lower-case.";
    }

    /** The last character before the error that is not white space; 0 at the beginning. */
    private char before() {
        String read = text.substring(0, at).stripTrailing();
        return read.isEmpty() ? 0 : read.charAt(read.length() - 1);
    }

    private String control() {
        return "There is a control character here (number " + (int) text.charAt(at) + ").";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Quotes the parser: of a message such as "while parsing x … expected y" the second half, which is the error. */
    static String yaml(JacksonException failure) {
        String detail = failure.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("while ") && !line.startsWith(" "))
                .findFirst()
                .map(line -> ": " + Text.excerpt(line.split("\\. \\(", 2)[0]))
                .orElse("");
        return "This is not YAML" + detail + ".";
    }
}
