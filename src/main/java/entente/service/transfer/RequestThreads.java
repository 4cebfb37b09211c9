package entente.service.transfer;

import entente.service.admission.EvaluationLimits;
import entente.service.problem.StartupException;
import java.util.concurrent.Semaphore;
import lombok.Getter;

/**
 * Limits concurrent requests to the number of threads and reserves a few for the liveness check. No thread waits for a
 * socket.
 */
public final class RequestThreads {

    private static final int RESERVED = 4;
    private static final int BATCHES = 2;
    private static final int OTHER_REQUESTS = 160;

    @Getter
    private final int maxThreads;

    private final Semaphore permits;

    /** @param most threads, at least 2 */
    public RequestThreads(int most) {
        if (most < 2) {
            throw StartupException.setting(
                    "server.tomcat.threads.max",
                    most,
                    "at least 2, because one thread is reserved for the liveness check");
        }
        this.maxThreads = most;
        this.permits = new Semaphore(most - Math.min(RESERVED, Math.max(1, most / RESERVED)));
    }

    /** The number of threads for everything that can be in progress. */
    public static int required(EvaluationLimits limits) {
        return limits.maxConcurrency()
                + limits.queueCapacity()
                + limits.maxHeavyConcurrency()
                + limits.heavyQueueCapacity()
                + BATCHES
                + OTHER_REQUESTS
                + RESERVED;
    }

    boolean tryAcquire() {
        return permits.tryAcquire();
    }

    void release() {
        permits.release();
    }
}
