package entente.service.archive;

import entente.service.problem.StartupException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The URL of the archive: a folder for the embedded database, or a PostgreSQL. */
public final class DatabaseUrl {

    private static final String EMBEDDED_USER = "sa";

    private final String url;
    private final String user;
    private final String password;
    private final Optional<Path> folder;

    private DatabaseUrl(String url, String user, String password, Optional<Path> folder) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.folder = folder;
    }

    /**
     * @param location a folder, {@code postgresql://user@host:port/name} or {@code jdbc:postgresql://host:port/name}
     * @param user for a PostgreSQL; overrides the one in the URL
     * @param password for a PostgreSQL
     * @throws StartupException (78) for any other URL and any parameter that is not allowed
     */
    public static DatabaseUrl of(String location, Optional<String> user, Optional<String> password) {
        if (PostgresqlUrl.isPostgresql(location)) {
            PostgresqlUrl address = PostgresqlUrl.parse(location);
            String name = user.or(address::user)
                    .orElseThrow(() -> new StartupException(
                            78,
                            "entente.archive.user is missing: a PostgreSQL requires a user, "
                                    + "such as postgresql://entente@localhost/entente."));
            return new DatabaseUrl(address.url(), name, password.orElse(""), Optional.empty());
        }
        Path folder = folder(location);
        return embedded(OwnerOnlyFiles.SCHEME + ":" + folder.resolve("entente"), folder);
    }

    /**
     * @param file prefixed with the name of an H2 file system
     */
    static DatabaseUrl embedded(String file, Path folder) {
        OwnerOnlyFiles.register();
        // WRITE_DELAY: H2 would otherwise acknowledge first and write up to half a second later.
        // DB_CLOSE_ON_EXIT: the service closes the database itself, after the last request.
        String url = "jdbc:h2:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=2000";
        return new DatabaseUrl(url, EMBEDDED_USER, "", Optional.of(folder));
    }

    private static Path folder(String location) {
        // A semicolon would start settings of H2, some of which execute code.
        boolean settings = location.chars().anyMatch(c -> c == ';' || c < ' ');
        if (location.isBlank() || settings || location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new StartupException(
                    78,
                    "entente.archive.url must be a folder or postgresql://user@host:port/name, not \""
                            + printable(location) + "\".");
        }
        try {
            return Path.of(location).toAbsolutePath().normalize();
        } catch (InvalidPathException wrong) {
            throw new StartupException(78, "entente.archive.url is not a folder: \"" + printable(location) + "\".");
        }
    }

    static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return shown.length() <= 200 ? shown : shown.substring(0, 200) + "…";
    }

    /** The same with another JDBC URL. */
    DatabaseUrl with(String otherUrl) {
        return new DatabaseUrl(otherUrl, user, password, folder);
    }

    /** Whether it is the embedded database. */
    boolean isEmbedded() {
        return folder.isPresent();
    }

    Optional<Path> folder() {
        return folder;
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return folder.map(Path::toString).orElse(url);
    }
}
