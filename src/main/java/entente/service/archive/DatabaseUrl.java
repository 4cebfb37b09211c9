package entente.service.archive;

import entente.service.problem.StartupException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The address of the archive: a folder for the embedded database, or a PostgreSQL.
 *
 * @param folder empty for a PostgreSQL
 */
public record DatabaseUrl(String url, String user, String password, Optional<Path> folder) {

    private static final Pattern POSTGRESQL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?\\s]+)@)?"
            + "(?<database>[^@/?;\\s]+/[^@/?;#\\s]+)(?:\\?(?<parameters>\\S*))?");

    /** With a password in the position of a user's, or as a parameter. */
    private static final Pattern SECRET = Pattern.compile("(?is)[^/]*//[^@?]*:[^?]*@.*|.*[?&]\\w*password=.*");

    /**
     * Timeouts in seconds, so that a database that does not respond does not block requests. The driver takes the last
     * value of a parameter, so that the operator's own override these.
     */
    private static final String PARAMETERS =
            "?connectTimeout=2&socketTimeout=5&tcpKeepAlive=true&ApplicationName=entente";

    /**
     * @param location a folder, {@code postgresql://user@host:port/name} or {@code jdbc:postgresql://host:port/name}
     * @param user for a PostgreSQL; overrides the one in the address
     * @param password for a PostgreSQL
     * @throws StartupException for any other address, and for a password in it
     */
    public static DatabaseUrl of(String location, Optional<String> user, Optional<String> password) {
        if (!location.matches("(?s)(jdbc:)?postgres(ql)?:.*")) {
            Path folder = folder(location);
            return embedded(OwnerOnlyFiles.SCHEME + ":" + folder.resolve("entente"), folder);
        }
        if (SECRET.matcher(location).matches()) {
            throw StartupException.configuration(
                    "entente.archive.url contains a password, which all users of this machine "
                            + "could read: use entente.archive.password-file.");
        }
        Matcher address = POSTGRESQL.matcher(location);
        if (!address.matches()) {
            throw invalid("is not a PostgreSQL URL of the form postgresql://user@host:port/name: ", location);
        }
        String name = user.or(() -> Optional.ofNullable(address.group("user")))
                .orElseThrow(
                        () -> StartupException.configuration("entente.archive.user is missing: a PostgreSQL requires "
                                + "a user, such as postgresql://entente@localhost/entente."));
        String parameters = Optional.ofNullable(address.group("parameters"))
                .map(given -> "&" + given)
                .orElse("");
        return new DatabaseUrl(
                "jdbc:postgresql://" + address.group("database") + PARAMETERS + parameters,
                name,
                password.orElse(""),
                Optional.empty());
    }

    /** @param file prefixed with the name of an H2 file system */
    static DatabaseUrl embedded(String file, Path folder) {
        OwnerOnlyFiles.register();
        // WRITE_DELAY: H2 would otherwise acknowledge first and write up to half a second later.
        // DB_CLOSE_ON_EXIT: the service closes the database itself, after the last request.
        String url = "jdbc:h2:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=2000";
        return new DatabaseUrl(url, "sa", "", Optional.of(folder));
    }

    private static Path folder(String location) {
        // A semicolon would start settings of H2, some of which execute code.
        boolean settings = location.chars().anyMatch(c -> c == ';' || c < ' ');
        if (location.isBlank() || settings || location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw invalid("must be a folder or postgresql://user@host:port/name, not ", location);
        }
        try {
            return Path.of(location).toAbsolutePath().normalize();
        } catch (InvalidPathException wrong) {
            throw invalid("is not a folder: ", location);
        }
    }

    private static StartupException invalid(String what, String location) {
        String shown = location.replaceAll("\\p{Cntrl}", "\uFFFD");
        return StartupException.configuration("entente.archive.url " + what + "\""
                + (shown.length() <= 200 ? shown : shown.substring(0, 200) + "…") + "\".");
    }

    boolean isEmbedded() {
        return folder.isPresent();
    }

    /** Without the password and the parameters. */
    @Override
    public String toString() {
        return folder.map(Path::toString).orElse(url.replaceAll("\\?.*", ""));
    }

    /**
     * A file system of H2 whose files only their owner can read or write, in any folder and whenever H2 creates them: the
     * database, its trace, temporary files. Where the operating system has no POSIX permissions, those of the folder hold.
     */
    public static final class OwnerOnlyFiles extends FilePathWrapper {

        static final String SCHEME = "owneronly";

        private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
        private static final FileAttribute<?> ATTRIBUTE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

        /** For H2, which creates one for each path. */
        public OwnerOnlyFiles() {}

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
}
