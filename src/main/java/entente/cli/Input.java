package entente.cli;

import entente.document.Text;
import entente.scenario.Shelf;
import java.util.Optional;

/**
 * Something to assess.
 *
 * @param name as the caller gave it, for messages
 * @param bytes empty when it is not there or cannot be read
 * @param shelf where its parents are looked for
 */
record Input(String name, Optional<byte[]> bytes, Shelf shelf) {

    /** The name as it may be printed: whoever names a file does not steer the terminal. */
    String shown() {
        return Text.safe(name);
    }
}
