package entente.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a change of a file is seen without reading it.
 *
 * @param bytes its size
 * @param file identity of the file, so that one that replaces it is told apart; empty where there is none
 * @param status time of the last change of size, content or permissions; empty where there is none
 */
record FileStamp(long bytes, FileTime modified, Optional<Object> file, Optional<Object> status) {

    /** Empty if there is no regular file. A link counts as the file to which it leads. */
    static Optional<FileStamp> of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return found.isRegularFile()
                    ? Optional.of(new FileStamp(
                            found.size(), found.lastModifiedTime(), Optional.ofNullable(found.fileKey()), status(path)))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Object> status(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Optional.of(Files.getAttribute(path, "unix:ctime"))
                : Optional.empty();
    }
}
