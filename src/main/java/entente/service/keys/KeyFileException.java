package entente.service.keys;

import java.util.List;
import java.util.stream.Collectors;

/** An invalid key file, with all its faults. */
public final class KeyFileException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<KeyFault> faults;

    KeyFileException(List<KeyFault> faults) {
        super(faults.stream().map(KeyFault::toString).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<KeyFault> faults() {
        return faults;
    }
}
