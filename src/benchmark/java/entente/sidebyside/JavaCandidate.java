package entente.sidebyside;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;

/** An engine in this process. */
abstract class JavaCandidate implements Candidate {

    /** Much longer than it takes to read the clock. */
    private static final long MIN_BLOCK_NANOS = 1_000_000;

    /** Several ticks of the clock, which are ten milliseconds. */
    private static final long IDLE_NANOS = 40_000_000;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    protected final Workload workload;
    private final int[] points;
    private int block = 1;
    private int next;

    JavaCandidate(Workload workload) {
        this.workload = workload;
        points = new int[workload.size()];
    }

    /** Evaluates the scenarios {@code from} (inclusive) to {@code to} (exclusive); writes the points of each at its index. */
    protected abstract void evaluate(int from, int to, int[] points);

    @Override
    public Sample run(Duration processorTime) {
        BitSet evaluated = new BitSet();
        long evaluations = 0;
        long begin = PROCESS.getProcessCpuTime();
        do {
            int to = Math.min(next + block, workload.size());
            long blockBegin = System.nanoTime();
            evaluate(next, to, points);
            if (System.nanoTime() - blockBegin < MIN_BLOCK_NANOS && to - next == block) {
                block = Math.min(2 * block, workload.size());
            }
            evaluated.set(next, to);
            evaluations += to - next;
            next = to % workload.size();
        } while (PROCESS.getProcessCpuTime() - begin < processorTime.toNanos());
        long used = processorTimeWhenIdle() - begin;
        evaluated.stream().forEach(this::check);
        return new Sample(evaluations, used / 1e9);
    }

    /**
     * Waits for threads that still work on the run, such as those of Evrete and of the JIT compiler: their time belongs to
     * it, not to the engine that runs next.
     */
    private static long processorTimeWhenIdle() {
        long before;
        long after = PROCESS.getProcessCpuTime();
        do {
            before = after;
            LockSupport.parkNanos(IDLE_NANOS);
            after = PROCESS.getProcessCpuTime();
        } while (after > before);
        return after;
    }

    private void check(int scenario) {
        if (points[scenario] != workload.expected()[scenario]) {
            throw new IllegalStateException("scenario " + scenario + ": " + points[scenario] + " points instead of "
                    + workload.expected()[scenario]);
        }
    }
}
