package entente.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a file so that a reader sees the old content or the new one, and creates a folder so that a reader sees it with all
 * of its files or not at all; also if the machine stops in between.
 */
public final class AtomicFile {

    private static final String PREFIX = ".entente-";
    private static final String ENDING = ".tmp";
    private static final Pattern TEMPORARY = Pattern.compile("\\.entente-[0-9a-f-]{36}\\.(\\d{1,18})\\.tmp");

    private AtomicFile() {}

    /** Replaces the file, through a temporary file beside it; if the content cannot be written, the old one stays. */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = temporary(target);
        try {
            create(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(target.resolveSibling(""));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * A name beside the target, of its own for each write: processes on several machines can have the same number and write the
     * same file. Not by Files.createTempFile, whose files only their owner reads.
     */
    private static Path temporary(Path target) {
        return target.resolveSibling(
                PREFIX + UUID.randomUUID() + "." + ProcessHandle.current().pid() + ENDING);
    }

    /** Deletes the temporary files and folders in a folder whose process was killed. */
    public static void deleteAbandoned(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = TEMPORARY.matcher(file.getFileName().toString());
                if (name.matches() && isAbandoned(Long.parseLong(name.group(1)))) {
                    delete(file);
                }
            }
        }
    }

    /** In a container every process can have the number of its predecessor. */
    private static boolean isAbandoned(long process) {
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    /** Creates a file that is on the disk when the method returns; fails if there is one, or a link. */
    private static void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the names in a folder durable. Windows cannot open a folder, and does not need it. */
    private static void forceFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Creates a folder that does not exist, through a temporary folder beside it.
     *
     * @param folder in a folder that exists
     * @param files contents by file name
     * @throws FileAlreadyExistsException if the name is taken; nothing is changed then
     */
    public static void createFolder(Path folder, Map<String, byte[]> files) throws IOException {
        Path target = folder.toAbsolutePath();
        Path parent = target.resolveSibling("");
        Path temporary = Files.createDirectory(temporary(target));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                create(temporary.resolve(file.getKey()), file.getValue());
            }
            forceFolder(temporary);
            try {
                // The system refuses to replace a folder that has files.
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException refused) {
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                throw refused;
            }
            forceFolder(parent);
        } finally {
            delete(temporary);
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
