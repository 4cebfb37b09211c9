package entente.document;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Describes invalid JSON or YAML to the author of the document, from the location of the error and the text there. */
final class SyntaxMessages {

    private SyntaxMessages() {}

    /** @param token that was being read, or the last one before */
    static String json(JacksonException failure, String text, @Nullable JsonToken token) {
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
        String read = text.substring(Math.max(0, at - "Infinity".length()), at);
        if (read.endsWith("NaN") || read.endsWith("Infinity")) {
            return "JSON has no NaN and no Infinity; a missing value is left out or \"unknown\".";
        }
        char found = text.charAt(at);
        if (token == JsonToken.VALUE_STRING
                && (Character.isISOControl(found) || read.matches("(?s).*\\\\(u[0-9a-fA-F]{0,3})?"))) {
            return "Within a text a line break is written \\n, a tab \\t and a backslash twice; other control characters are not allowed.";
        }
        return switch (found) {
            case '/', '#' -> "JSON has no comments; put remarks into a \"note\".";
            case '\'', '`', '“', '”', '„', '«', '»', '‘', '’' -> "Names and text need straight double quotes (\").";
            default ->
                isNumber(read, found)
                        ? "This is not a number; a number has digits before and after its decimal point, and no plus sign or"
                                + " zeros in front."
                        : "A bracket, comma, colon, name or value is missing here or too many; names and text are in double"
                                + " quotes; true, false and null are lower-case.";
        };
    }

    /** Whether the error is within a number or at its sign or point. */
    private static boolean isNumber(String read, char found) {
        return found == '.'
                || found == '+'
                || read.matches("(?s).*[+-]")
                || (read.matches("(?s).*\\d") && "0123456789eE".indexOf(found) >= 0);
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
