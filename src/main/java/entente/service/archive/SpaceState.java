package entente.service.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the archive is full. Logs one line when it becomes full and one when it accepts writes again. */
final class SpaceState {

    private static final Logger LOG = LoggerFactory.getLogger("entente.archive");

    private boolean low;
    private boolean failed;

    /** Records whether the free space of the disk is below the reserve. */
    synchronized void low(boolean now) {
        change(now, failed);
    }

    /** Records whether the last write failed for lack of space. */
    synchronized void failed(boolean now) {
        change(low, now);
    }

    synchronized boolean full() {
        return low || failed;
    }

    private void change(boolean nowLow, boolean nowFailed) {
        boolean before = full();
        low = nowLow;
        failed = nowFailed;
        if (full() && !before) {
            LOG.warn(
                    "The archive is full: writes are refused with status 507 until there is free space; reads continue.");
        } else if (before && !full()) {
            LOG.info("The archive has free space again and accepts writes.");
        }
    }
}
