package entente.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a folder so that a reader sees it with all of its files or not at all; also if the machine stops in between. */
public final class AtomicFolder {

    private static final String ENDING = ".tmp";

    private AtomicFolder() {}

    /**
     * Creates a folder that does not exist, through a temporary folder beside it.
     *
     * @param folder in a folder that exists
     * @param files contents by file name
     * @throws FileAlreadyExistsException if the name is taken; nothing is changed then
     */
    public static void create(Path folder, Map<String, byte[]> files) throws IOException {
        Path target = folder.toAbsolutePath();
        Path parent = target.resolveSibling("");
        Path temporary = Files.createDirectory(target.resolveSibling("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ENDING));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFile.create(temporary.resolve(file.getKey()), file.getValue());
            }
            AtomicFile.forceFolder(temporary);
            try {
                // The system refuses to replace a folder that has files.
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException refused) {
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                throw refused;
            }
            AtomicFile.forceFolder(parent);
        } finally {
            delete(temporary);
        }
    }

    /** Deletes what writers that were killed left in a folder; no other writer may be at work in it. */
    public static void sweep(Path parent) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(parent)) {
            leftovers = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(".") && name.endsWith(ENDING);
                    })
                    .toList();
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    /** Links are deleted, not followed. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
