package entente.crash;

import entente.Entente;
import entente.service.archive.DatabaseUrl;
import entente.testkit.ServedProcess;
import entente.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;

/** The databases that the loop supports. */
enum KilledStores {
    H2,
    POSTGRESQL,
    /** H2 that acknowledges before it writes; the loop must detect its losses. */
    DELAYED_WRITES;

    /** Opens a new, empty store. */
    Opened open() {
        return this == POSTGRESQL ? new KillablePostgresql() : new Folder(this == DELAYED_WRITES);
    }

    /** An opened store with its address and its means to be killed. */
    interface Opened extends AutoCloseable {

        /** The value of {@code --archive}. */
        String archive();

        /** The database, for access while the service is not running. */
        default DatabaseUrl databaseUrl() {
            return DatabaseUrl.of(archive(), Optional.empty(), Optional.empty());
        }

        default Class<?> main() {
            return Entente.class;
        }

        /** Called after the service has started. */
        default void started(ServedProcess child) throws Exception {}

        /** Kills the database server too, if there is one, and restarts it. */
        default void killAndRestart() {}

        @Override
        default void close() {}
    }

    private record Folder(boolean delayedWrites, Path folder) implements Opened {

        Folder(boolean delayedWrites) {
            this(delayedWrites, TestDatabase.folder().toAbsolutePath());
        }

        @Override
        public String archive() {
            return folder.toString();
        }

        @Override
        public Class<?> main() {
            return delayedWrites ? DelayedWriteStore.class : Entente.class;
        }

        @Override
        public void started(ServedProcess child) throws Exception {
            if (delayedWrites) {
                child.enter();
                child.await(DelayedWriteStore.DONE);
            }
        }
    }
}
