package entente.sidebyside;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.BitSet;

/** An engine in this process. */
abstract class JavaCandidate implements Candidate {

    /** Much longer than it takes to read the clock. */
    private static final long MIN_BLOCK_NANOS = 1_000_000;

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

    /** Evaluates the scenarios from one, inclusive, to another, exclusive; writes the points, in hundredths, of each at its position. */
    protected abstract void evaluate(int from, int to, int[] points);

    @Override
    public Sample run(Duration processorTime) {
        BitSet evaluated = new BitSet();
        long evaluations = 0;
        long used;
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
            used = PROCESS.getProcessCpuTime() - begin;
        } while (used < processorTime.toNanos());
        evaluated.stream().forEach(this::check);
        return new Sample(evaluations, used / 1e9);
    }

    private void check(int scenario) {
        if (points[scenario] != workload.expected()[scenario]) {
            throw new IllegalStateException("scenario " + scenario + ": " + points[scenario] + " points instead of "
                    + workload.expected()[scenario]);
        }
    }
}
