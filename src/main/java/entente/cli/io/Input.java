package entente.cli.io;

import entente.cli.io.InputFile.Content;
import entente.document.Text;
import entente.scenario.ScenarioSource;
import java.util.function.Supplier;

/**
 * An input to assess.
 *
 * @param name name on the command line, for messages
 * @param source reads it on each call, so that only the current input is in memory
 * @param parents source of parent scenarios
 */
public record Input(String name, Supplier<Content> source, ScenarioSource parents) {

    /** The name without control characters. */
    public String displayName() {
        return Text.printable(name);
    }

    public Content read() {
        return source.get();
    }

    /** A message that says why there is no input. */
    public String missingMessage(Content content) {
        return displayName() + ": " + content.fault().orElse("there is no scenario here") + ".";
    }
}
