package entente.crash;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;

/** The databases that the loop supports. */
enum KilledStores {
    H2,
    POSTGRESQL;

    /** Opens a new, empty store. */
    Opened open() {
        return this == POSTGRESQL
                ? new KillablePostgresql()
                : new Folder(TestDatabase.folder().toAbsolutePath());
    }

    /** An opened store with its address and its means to be killed. */
    interface Opened extends AutoCloseable {

        /** The value of {@code --archive}. */
        String archive();

        /** The database, for access while the service is not running. */
        default DatabaseUrl databaseUrl() {
            return DatabaseUrl.of(archive(), Optional.empty(), Optional.empty());
        }

        /** Kills the database server too, if there is one, and restarts it. */
        default void killAndRestart() {}

        @Override
        default void close() {}
    }

    private record Folder(Path folder) implements Opened {

        @Override
        public String archive() {
            return folder.toString();
        }
    }
}
