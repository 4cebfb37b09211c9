package entente.cli.io;

import entente.cli.io.InputFile.Content;
import entente.document.Text;
import entente.scenario.ScenarioSource;
import java.util.function.Supplier;

/**
 * Something to assess.
 *
 * @param name as the caller gave it, for messages
 * @param source reads it, anew each time, so that only the input at hand is in memory
 * @param shelf where its parents are looked for
 */
public record Input(String name, Supplier<Content> source, ScenarioSource parents) {

    /** The name as it may be printed: a name must not control the terminal. */
    public String displayName() {
        return Text.printable(name);
    }

    public Content read() {
        return source.get();
    }

    /** Why there is nothing to assess, as a line for a person. */
    public String missingMessage(Content content) {
        return displayName() + ": " + content.fault().orElse("there is no scenario here") + ".";
    }
}
