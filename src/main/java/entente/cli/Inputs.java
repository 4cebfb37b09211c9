package entente.cli;

import entente.document.Limits;
import entente.scenario.FolderShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of a command line: files, folders and standard input.
 *
 * @param single whether exactly one file, or standard input, was named
 */
record Inputs(List<Input> all, boolean single) {

    private static final String STANDARD_INPUT = "-";

    static Inputs of(List<String> names, Terminal terminal, Home home) {
        List<Input> inputs = new ArrayList<>();
        boolean folder = false;
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(new Input(
                        "standard input", Optional.of(read(terminal)), new FolderShelf(List.of(home.scenarios()))));
            } else if (name.isEmpty()) {
                // A variable of a shell that was never set, not the folder one stands in.
                inputs.add(new Input("\"\"", Optional.empty(), new FolderShelf(List.of())));
            } else if (Files.isDirectory(Path.of(name))) {
                folder = true;
                Path path = Path.of(name);
                List<Path> files = FolderShelf.scenarios(path);
                if (files.isEmpty()) {
                    inputs.add(new Input(name, Optional.empty(), new FolderShelf(List.of())));
                }
                files.forEach(file -> inputs.add(file(file, home)));
            } else {
                inputs.add(file(Path.of(name), home));
            }
        }
        return new Inputs(inputs, inputs.size() == 1 && !folder);
    }

    /** The one scenario of a verb that takes no more. */
    static Inputs one(String name, Terminal terminal, Home home) {
        if (!name.isEmpty() && Files.isDirectory(Path.of(name))) {
            throw new Stop(ExitCode.USAGE, name + " is a folder; this verb takes one scenario.");
        }
        return of(List.of(name), terminal, home);
    }

    private static Input file(Path file, Home home) {
        Path beside = file.toAbsolutePath().getParent();
        FolderShelf shelf =
                new FolderShelf(beside == null ? List.of(home.scenarios()) : List.of(beside, home.scenarios()));
        Optional<byte[]> bytes = Files.isRegularFile(file) ? FolderShelf.read(file) : Optional.empty();
        return new Input(file.toString(), bytes, shelf);
    }

    private static byte[] read(Terminal terminal) {
        try {
            return terminal.in().readNBytes(Limits.SCENARIO.bytes() + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
