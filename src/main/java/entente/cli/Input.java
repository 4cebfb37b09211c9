package entente.cli;

import entente.cli.InputFile.Content;
import entente.document.Text;
import entente.scenario.Shelf;
import java.util.function.Supplier;

/**
 * Something to assess.
 *
 * @param name as the caller gave it, for messages
 * @param source reads it, anew each time, so that only the input at hand is in memory
 * @param shelf where its parents are looked for
 */
record Input(String name, Supplier<Content> source, Shelf shelf) {

    /** The name as it may be printed: a name must not control the terminal. */
    String shown() {
        return Text.safe(name);
    }

    Content read() {
        return source.get();
    }

    /** Why there is nothing to assess, as a line for a person. */
    String missing(Content content) {
        return shown() + ": " + content.fault().orElse("there is no scenario here") + ".";
    }
}
