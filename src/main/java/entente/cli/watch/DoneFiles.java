package entente.cli.watch;

import entente.document.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** A record of each file, named after a digest of the file's name. */
@RequiredArgsConstructor
final class DoneFiles {

    private final Path folder;

    /** Equal to no basis if there is none that can be read. */
    DoneFile find(Path input) {
        try {
            return DoneFile.parse(new String(Files.readAllBytes(path(input)), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return new DoneFile(List.of(), false);
        }
    }

    boolean exists(Path input) {
        return Files.exists(path(input));
    }

    void delete(Path input) throws IOException {
        Files.deleteIfExists(path(input));
    }

    Path path(Path input) {
        return folder.resolve(Digest.sha256(FileNames.encoded(input)) + ".txt");
    }
}
