package entente.cli.io;

import entente.cli.io.InputFile.Content;
import entente.document.DocumentLimits;
import entente.document.Text;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The inputs of a command line: files, folders and standard input.
 *
 * @param single whether the only input is one file or standard input
 */
public record Inputs(List<Input> all, boolean single) {

    private static final String STANDARD_INPUT = "-";

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

    public static Inputs of(List<String> names, Terminal terminal, Home home) {
        List<Input> inputs = new ArrayList<>();
        boolean folder = false;
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                Content content = Content.of(read(terminal));
                inputs.add(new Input(
                        "standard input", () -> content, new FolderScenarioSource(List.of(home.scenarios()))));
            } else if (name.isEmpty()) {
                // An empty name, such as an unset shell variable, is not the current folder.
                inputs.add(new Input("\"\"", () -> Content.MISSING, new FolderScenarioSource(List.of())));
            } else if (Files.isDirectory(Path.of(name))) {
                folder = true;
                Path path = Path.of(name);
                List<Path> files = FolderScenarioSource.scenarioFiles(path);
                if (files.isEmpty()) {
                    Content content = new Content(Optional.empty(), InputFile.fault(path));
                    inputs.add(new Input(name, () -> content, new FolderScenarioSource(List.of())));
                }
                files.forEach(file -> inputs.add(file(file, home)));
            } else {
                inputs.add(file(Path.of(name), home));
            }
        }
        return new Inputs(inputs, inputs.size() == 1 && !folder);
    }

    private static Input file(Path file, Home home) {
        Path beside = file.toAbsolutePath().getParent();
        FolderScenarioSource source = new FolderScenarioSource(
                beside == null ? List.of(home.scenarios()) : List.of(beside, home.scenarios()));
        if (Files.isRegularFile(file)) {
            return new Input(file.toString(), () -> InputFile.read(file), source);
        }
        // A pipe can be read only once.
        Content content = InputFile.read(file);
        return new Input(file.toString(), () -> content, source);
    }

    private static byte[] read(Terminal terminal) {
        try {
            return terminal.in().readNBytes(DocumentLimits.SCENARIO.bytes() + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
