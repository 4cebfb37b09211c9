package entente.service.keys;

import java.util.List;
import java.util.stream.Collectors;
import lombok.Getter;

/** An invalid key file, with all its faults. */
public final class KeyFileException extends Exception {

    private static final long serialVersionUID = 1;

    @Getter
    private final transient List<Fault> faults;

    /**
     * @param line counted from 1; 0 for the file as a whole
     * @param sentence never contains a digest
     */
    public record Fault(int line, String sentence) {

        @Override
        public String toString() {
            return line > 0 ? "line " + line + ": " + sentence : sentence;
        }
    }

    KeyFileException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    /** A fault of the file as a whole. */
    KeyFileException(String sentence) {
        this(List.of(new Fault(0, sentence)));
    }
}
