package entente.domain;

import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * One thing wrong with an input, for the person who has to mend it.
 *
 * @param pointer JSON pointer as a URI fragment, such as {@code #/readings/x}; {@code #} for the whole document
 * @param code stable name of the kind of fault
 * @param detail a sentence
 * @param allowed what may stand there; empty where that is no short list
 * @param suggestion what was probably meant
 * @param line from 1, or 0 when no line is to blame
 * @param column from 1, or 0
 */
public record Problem(
        @With String pointer,
        String code,
        String detail,
        List<String> allowed,
        Optional<String> suggestion,
        int line,
        int column) {

    /** The most problems of one input that are told; the rest is counted. */
    public static final int SHOWN = 100;
}
