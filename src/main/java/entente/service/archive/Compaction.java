package entente.service.archive;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Frees the space of replaced and deleted rows in the file of the embedded database. H2 does that in a background
 * thread, which it does not start with WRITE_DELAY=0; this takes the same steps. Pages in use are copied, the copies
 * are forced to the disk, and only then is their former space used again, so that neither a killed process nor a loss
 * of power meets a file whose only copy of a page has been overwritten.
 */
final class Compaction {

    /** Bytes copied, and bytes moved, in one step: other requests wait for some tens of milliseconds. */
    private static final int STEP_BYTES = 2 << 20;

    /** Percent of the file, and of what is allocated in it, that is to be in use. */
    private static final int TARGET_PERCENT = 90;

    /** Write operations since the last run below which another one is not worth its own. */
    private static final long MIN_WRITES = 10;

    private long writes;
    private boolean unfinished = true;

    /**
     * Takes one step, if enough was written since the last one. Must be called while no other thread uses the database.
     *
     * @return whether there is more to do
     */
    boolean step(DataSource source) {
        try (Connection connection = source.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            return store.getFileStore() instanceof RandomAccessStore file && step(store, file);
        } catch (SQLException | MVStoreException failed) {
            throw new DataAccessResourceFailureException("compaction", failed);
        }
    }

    private boolean step(MVStore store, RandomAccessStore file) {
        if (!unfinished && Math.abs(file.getWriteCount() - writes) < MIN_WRITES) {
            return false;
        }
        int retention = store.getRetentionTime();
        try {
            unfinished = step(store, file, retention);
        } finally {
            store.setRetentionTime(retention);
        }
        writes = file.getWriteCount();
        return unfinished;
    }

    /**
     * @param retention milliseconds for which H2 keeps replaced pages, 0 being for what has been forced to the disk
     * @return whether there was something to do
     */
    private static boolean step(MVStore store, RandomAccessStore file, int retention) {
        long before = file.size();
        store.sync();
        store.setRetentionTime(0);
        boolean copied = store.compact(TARGET_PERCENT, STEP_BYTES);
        store.setRetentionTime(retention);
        store.commit();
        store.sync();
        store.setRetentionTime(0);
        file.compactMoveChunks(TARGET_PERCENT, STEP_BYTES, store);
        return copied || file.size() < before;
    }
}
