package entente.cli;

import entente.briefing.BriefingMedium;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where briefings are written.
 *
 * @param folder empty for standard output
 */
record BriefingFiles(BaseCommand command, List<BriefingMedium> formats, Optional<Path> folder) {

    /** @param name of its files, without the ending */
    void write(String name, Function<BriefingMedium, byte[]> renderer) {
        for (BriefingMedium medium : Set.copyOf(formats).stream().sorted().toList()) {
            byte[] bytes = renderer.apply(medium);
            if (folder.isEmpty()) {
                command.out().writeBytes(bytes);
            } else {
                write(folder.get().resolve(name + "." + medium.ending()), bytes);
            }
        }
    }

    private void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, bytes);
        } catch (IOException cannot) {
            throw new CliException(ExitCode.CANNOT_CREATE, Text.printable(file.toString()) + " cannot be written.");
        }
        command.printInfo("Wrote " + Text.printable(file.toString()) + ".");
    }
}
