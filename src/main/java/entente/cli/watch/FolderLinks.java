package entente.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Links in a folder. */
final class FolderLinks {

    private FolderLinks() {}

    /** Whether the file is a link that leads out of its folder, or nowhere that can be found out. */
    static boolean leadsOut(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            return !file.toRealPath().startsWith(file.resolveSibling("").toRealPath());
        } catch (IOException unknown) {
            return true;
        }
    }
}
