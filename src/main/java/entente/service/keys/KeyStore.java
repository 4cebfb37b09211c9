package entente.service.keys;

import entente.files.FolderLock;
import entente.service.keys.KeyFile.KeyFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

public record KeyStore(Path file) {

    /** Enough for thousands of keys. */
    private static final int MAX_BYTES = 1 << 20;

    /**
     * @throws IOException if it does not exist or cannot be read
     * @throws KeyFileException if it is invalid
     */
    public KeyFile read() throws IOException, KeyFileException {
        return KeyFile.parse(bytes());
    }

    public byte[] bytes() throws IOException, KeyFileException {
        PosixFileAttributeView owner = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (owner != null && owner.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new KeyFileException(List.of("The file is writable by all users of this machine."));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new KeyFileException(List.of("The file is larger than 1 MiB."));
            }
            return bytes;
        }
    }

    /** Acquires an exclusive lock until the result is closed; not on the key file, which each change replaces. */
    public Closeable lock() throws IOException {
        return FolderLock.of(target().resolveSibling(""));
    }

    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    /**
     * Replaces the file atomically. A new file is readable by its owner only; an existing one retains owner, group and
     * mode, so that the service can still read it.
     */
    public void write(KeyFile keys) throws IOException {
        Path target = target();
        Path draft = draft(target);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                Channels.newOutputStream(channel).write(keys.bytes());
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draft(Path target) throws IOException {
        Path folder = target.resolveSibling("");
        // Readable by its owner only, where the system has such permissions.
        Path draft = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix && Files.exists(target)) {
            PosixFileAttributes was = Files.readAttributes(target, PosixFileAttributes.class);
            PosixFileAttributes is = Files.readAttributes(draft, PosixFileAttributes.class);
            if (!is.owner().equals(was.owner())) {
                Files.setOwner(draft, was.owner());
            }
            if (!is.group().equals(was.group())) {
                Files.setAttribute(draft, "posix:group", was.group());
            }
            Files.setPosixFilePermissions(draft, was.permissions());
        }
        return draft;
    }
}
