package entente.rulebook;

import java.util.concurrent.atomic.LongAdder;

/** Comparisons of the truth tables with Drools, and how many of them found a difference. */
public record InferenceCounts(LongAdder comparisons, LongAdder differences) {

    public InferenceCounts() {
        this(new LongAdder(), new LongAdder());
    }
}
