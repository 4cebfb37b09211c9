package entente.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.With;

/**
 * A problem in an input, reported to its author.
 *
 * @param pointer JSON pointer as a URI fragment, such as {@code #/readings/x}; {@code #} for the whole document
 * @param code stable identifier of the kind of problem
 * @param detail a sentence for the author of the input
 * @param allowed allowed values; empty if there is no short list
 * @param suggestions computes what was probably meant; called only for problems that are reported, as it may be
 *     expensive
 * @param line from 1; 0 if the problem has no line
 * @param column from 1; 0 if the problem has no column
 * @param cell instead of line and column in a spreadsheet, such as {@code Readings!G12}
 */
public record Problem(
        @With String pointer,
        String code,
        @With String detail,
        List<String> allowed,
        Supplier<Optional<String>> suggestions,
        int line,
        int column,
        Optional<String> cell) {

    /** Maximum number of problems reported for one input; the others are counted. */
    public static final int MAX_REPORTED = 100;

    /** Placeholder for each problem beyond {@link #MAX_REPORTED}, counted but not reported. */
    public static final Problem UNREPORTED = new Problem(
            "#", "UNREPORTED", "Not reported.", List.of(), Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** A suggestion that is known already. */
    public record Known(Optional<String> get) implements Supplier<Optional<String>> {}

    public Problem(
            String pointer,
            String code,
            String detail,
            List<String> allowed,
            Optional<String> suggestion,
            int line,
            int column) {
        this(pointer, code, detail, allowed, new Known(suggestion), line, column);
    }

    public Problem(
            String pointer,
            String code,
            String detail,
            List<String> allowed,
            Supplier<Optional<String>> suggestions,
            int line,
            int column) {
        this(pointer, code, detail, allowed, suggestions, line, column, Optional.empty());
    }

    /** The same problem at another place. */
    public Problem at(int newLine, int newColumn) {
        return new Problem(pointer, code, detail, allowed, suggestions, newLine, newColumn);
    }

    /** The same problem if the document is one line of a file. */
    public Problem inLine(int number) {
        return line == 0 ? this : at(number, column);
    }

    /** The same problem in a cell of a spreadsheet. */
    public Problem inCell(String name) {
        return new Problem(pointer, code, detail, allowed, suggestions, 0, 0, Optional.of(name));
    }

    public Optional<String> suggestion() {
        return suggestions.get();
    }
}
