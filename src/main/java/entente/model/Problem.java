package entente.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.With;

/**
 * One thing wrong with an input, for the person who has to mend it.
 *
 * @param pointer JSON pointer as a URI fragment, such as {@code #/readings/x}; {@code #} for the whole document
 * @param code stable name of the kind of fault
 * @param detail a sentence
 * @param allowed what may stand there; empty where that is no short list
 * @param suggestions computes what was probably meant; asked only for problems that are reported, for it may be expensive
 * @param line from 1, or 0 when no line is to blame
 * @param column from 1, or 0
 */
public record Problem(
        @With String pointer,
        String code,
        String detail,
        List<String> allowed,
        Supplier<Optional<String>> suggestions,
        int line,
        int column) {

    /** The most problems of one input that are told; the rest is counted. */
    public static final int MAX_REPORTED = 100;

    /** Stands in a list for each problem beyond {@link #MAX_REPORTED}: it is counted and never reported. */
    public static final Problem UNREPORTED = new Problem(
            "#", "UNREPORTED", "Not reported.", List.of(), Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** A suggestion that is known already. */
    private record Known(Optional<String> get) implements Supplier<Optional<String>> {}

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

    /** What was probably meant. */
    public Optional<String> suggestion() {
        return suggestions.get();
    }
}
