package entente.service.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 whose files only their owner can read or write, in any folder and whenever H2 creates them: the
 * database, its trace, temporary files. Where the operating system has no POSIX permissions, those of the folder hold.
 */
public final class OwnerOnlyFiles extends FilePathWrapper {

    static final String SCHEME = "owneronly";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> ATTRIBUTE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    /** For H2, which creates one for each path. */
    public OwnerOnlyFiles() {}

    /** Registers the scheme with H2. */
    static void register() {
        FilePath.register(new OwnerOnlyFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            restrict();
        }
        return super.open(mode);
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        restrict();
        return super.newOutputStream(append);
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void restrict() throws IOException {
        Path file = Path.of(unwrap().toString());
        if (!isPosix(file)) {
            return;
        }
        try {
            Files.createFile(file, ATTRIBUTE);
        } catch (FileAlreadyExistsException existing) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }
}
