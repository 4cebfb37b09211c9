package entente.sheet;

import entente.document.DocumentLimits;
import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.NumberNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** Cells as values of a document; a cell of another type than is meant is a problem, never converted by guess. */
@RequiredArgsConstructor
final class CellValues {

    /** What a cell is meant to hold. */
    enum Meaning {
        /** Written for the reader; anything but a formula or an error is ignored. */
        INFORMATION,
        TEXT,
        NUMBER,
        DATE,
        YES_NO
    }

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final ProblemCollector problems;

    /** The value; empty, with a problem, if the cell holds something else. */
    Optional<Node> value(Cell cell, Meaning meaning, String pointer) {
        Position at = new Position(pointer, cell.location(), problems);
        if (cell.kind() == Cell.Kind.FORMULA) {
            return reject(at, "FORMULA", "The cell holds a formula: paste its result as a value.");
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            return reject(at, "ERROR_CELL", "The cell holds the error " + Text.excerpt(cell.text()) + ".");
        }
        Optional<String> forbidden = Text.forbiddenCharacter(cell.text());
        if (forbidden.isPresent()) {
            return reject(at, "FORBIDDEN_CHARACTER", "The text holds " + forbidden.get() + ".");
        }
        int longest = DocumentLimits.SCENARIO.text();
        if (cell.text().length() > longest) {
            return reject(at, "TOO_LONG", "A text has more than " + longest + " characters.");
        }
        return switch (meaning) {
            case INFORMATION -> Optional.of(new TextNode(cell.text(), cell.location()));
            case TEXT -> text(cell, at);
            case NUMBER -> number(cell, at);
            case DATE -> date(cell, at);
            case YES_NO -> yesNo(cell, at);
        };
    }

    private Optional<Node> text(Cell cell, Position at) {
        return switch (cell.kind()) {
            case TEXT, UNTYPED -> Optional.of(new TextNode(cell.text(), cell.location()));
            case NUMBER -> wholeNumber(cell, at);
            default -> wrongType(cell, at, "text");
        };
    }

    /** A year or a number as a name, typed into a cell without the format of text. */
    private Optional<Node> wholeNumber(Cell cell, Position at) {
        Optional<BigDecimal> whole = Numbers.finite(cell.text())
                .map(Numbers::plain)
                .map(BigDecimal::new)
                .filter(number -> number.scale() <= 0);
        return whole.isPresent()
                ? Optional.of(new TextNode(whole.get().toPlainString(), cell.location()))
                : wrongType(cell, at, "text");
    }

    private Optional<Node> number(Cell cell, Position at) {
        return switch (cell.kind()) {
            case NUMBER, PERCENTAGE -> Optional.of(new NumberNode(cell.text(), cell.location()));
            case TEXT -> Optional.of(new TextNode(cell.text(), cell.location()));
            case UNTYPED -> untyped(cell, at);
            default -> wrongType(cell, at, "a number");
        };
    }

    private Optional<Node> untyped(Cell cell, Position at) {
        if (!NUMBER.matcher(cell.text()).matches()) {
            return Optional.of(new TextNode(cell.text(), cell.location()));
        }
        int longest = DocumentLimits.SCENARIO.number();
        return cell.text().length() > longest
                ? reject(at, "TOO_LONG", "A number has more than " + longest + " characters.")
                : Optional.of(new NumberNode(cell.text(), cell.location()));
    }

    private Optional<Node> date(Cell cell, Position at) {
        return switch (cell.kind()) {
            case TEXT, UNTYPED, DATE -> Optional.of(new TextNode(cell.text(), cell.location()));
            case UNCLEAR_DATE ->
                reject(
                        at,
                        "BAD_DATE",
                        "The cell holds a time of day, a day before March 1900, or a date of a workbook that counts from 1904: write the date as text, such as 2018-12-31.");
            default -> wrongType(cell, at, "a date");
        };
    }

    private Optional<Node> yesNo(Cell cell, Position at) {
        return switch (cell.text().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(new BooleanNode(true, cell.location()));
            case "no", "false" -> Optional.of(new BooleanNode(false, cell.location()));
            default -> wrongType(cell, at, "yes or no");
        };
    }

    private static Optional<Node> wrongType(Cell cell, Position at, String expected) {
        String found = switch (cell.kind()) {
            case BOOLEAN -> "the truth value " + cell.text();
            case DATE, UNCLEAR_DATE -> "a date";
            case NUMBER -> "the number " + Text.excerpt(cell.text());
            case PERCENTAGE -> "the percentage " + Text.excerpt(cell.text()) + " %";
            default -> "the text \"" + Text.excerpt(cell.text()) + "\"";
        };
        return reject(at, "WRONG_TYPE", "Expected " + expected + ", found " + found + ".");
    }

    private static Optional<Node> reject(Position at, String code, String detail) {
        at.reject(code, detail);
        return Optional.empty();
    }
}
