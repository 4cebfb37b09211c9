package entente.crash;

import entente.Entente;
import entente.service.archive.DatabaseUrl;
import entente.testkit.ServedProcess;
import entente.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;

/** The stores that a loop can be run on. */
enum KilledStores {
    H2,
    POSTGRESQL,
    /** H2 that acknowledges before it writes: the loop must find what it loses. */
    FORGETFUL;

    /** A store of its own, new and empty. */
    Opened open() {
        return this == POSTGRESQL ? new Postmaster() : new Folder(this == FORGETFUL);
    }

    /** Where the service finds it, and what of it can be killed. */
    interface Opened extends AutoCloseable {

        /** What {@code --archive} takes. */
        String archive();

        /** For a look into it while the service is not running. */
        default DatabaseUrl place() {
            return DatabaseUrl.of(archive(), Optional.empty(), Optional.empty());
        }

        default Class<?> main() {
            return Entente.class;
        }

        /** Called for a service that has started. */
        default void started(ServedProcess child) throws Exception {}

        /** The store goes down too, as hard, and comes up again. */
        default void killAndRestart() {}

        @Override
        default void close() {}
    }

    private record Folder(boolean forgetful, Path folder) implements Opened {

        Folder(boolean forgetful) {
            this(forgetful, TestDatabase.folder().toAbsolutePath());
        }

        @Override
        public String archive() {
            return folder.toString();
        }

        @Override
        public Class<?> main() {
            return forgetful ? ForgetfulStore.class : Entente.class;
        }

        @Override
        public void started(ServedProcess child) throws Exception {
            if (forgetful) {
                child.enter();
                child.await(ForgetfulStore.DONE);
            }
        }
    }
}
