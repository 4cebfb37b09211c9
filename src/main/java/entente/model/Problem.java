package entente.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.With;

/**
 * A problem in an input, reported to its author.
 *
 * @param suggestions computes what was probably meant; called only for problems that are reported, as it may be
 *     expensive
 * @param line from 1; 0 if the problem has no line
 * @param column from 1; 0 if the problem has no column
 */
@JsonPropertyOrder({"pointer", "code", "detail", "allowed", "suggestion"})
public record Problem(
        @With @Described(value = "URI fragment, such as #/readings/x; # for the whole document.", kind = Kind.POINTER)
        String pointer,

        @Described(value = "Kind of problem.", kind = Kind.CODE)
        String code,

        @With @Described("A sentence for the author of the input.")
        String detail,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Allowed values, if they are few.")
        List<String> allowed,

        @JsonIgnore Supplier<Optional<String>> suggestions,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @Described(kind = Kind.FROM_ONE)
        int line,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @Described(kind = Kind.FROM_ONE)
        int column,

        @Described("In a spreadsheet, instead of line and column, such as Readings!G12.")
        Optional<String> cell) {

    /** Maximum number of problems reported for one input; the others are counted. */
    public static final int MAX_REPORTED = 100;

    /** Placeholder for each problem beyond {@link #MAX_REPORTED}, counted but not reported. */
    public static final Problem UNREPORTED = new Problem(
            "#", "UNREPORTED", "Not reported.", List.of(), Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** A suggestion that is known already. */
    public record Known(Optional<String> get) implements Supplier<Optional<String>> {}

    /** A problem without a place, of which nothing more is known. */
    public static Problem of(String pointer, String code, String detail) {
        return new Problem(pointer, code, detail, List.of(), Optional.empty(), 0, 0);
    }

    public Problem(
            String pointer,
            String code,
            String detail,
            List<String> allowed,
            Optional<String> suggestion,
            int line,
            int column) {
        this(pointer, code, detail, allowed, new Known(suggestion), line, column, Optional.empty());
    }

    /** The same problem at another place. */
    public Problem at(int newLine, int newColumn) {
        return new Problem(pointer, code, detail, allowed, suggestions, newLine, newColumn, Optional.empty());
    }

    /** The same problem if the document is one line of a file. */
    public Problem inLine(int number) {
        return line == 0 ? this : at(number, column);
    }

    /** The same problem in a cell of a spreadsheet. */
    public Problem inCell(String name) {
        return new Problem(pointer, code, detail, allowed, suggestions, 0, 0, Optional.of(name));
    }

    @Described("What was probably meant.")
    public Optional<String> suggestion() {
        return suggestions.get();
    }
}
