package entente.service.rulebook;

import entente.rulebook.RuleBookFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** The rule book in force: one reference, swapped as a whole, so that nobody ever sees half of two books. */
public final class ActiveRuleBook {

    private record Standing(RuleBookSnapshot edition, List<RuleBookFault> faults) {}

    private final AtomicReference<Standing> standing;
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /**
     * @param first a sound book
     */
    public ActiveRuleBook(RuleBookSnapshot first) {
        standing = new AtomicReference<>(new Standing(first, List.of()));
    }

    /** The edition for what begins now; whoever takes it keeps to it until done. */
    public RuleBookSnapshot current() {
        return standing.get().edition();
    }

    public RuleBookState state() {
        Standing now = standing.get();
        return new RuleBookState(
                now.edition().book().version(),
                now.edition().book().sha256(),
                !now.faults().isEmpty(),
                now.faults());
    }

    /** Puts another edition in force, or the same one again; either way nothing is wrong any more. */
    void accept(RuleBookSnapshot edition) {
        Standing before = standing.getAndSet(new Standing(edition, List.of()));
        if (before.edition() != edition) {
            taken.increment();
        }
    }

    /** Keeps what is in force and says why. */
    void refuse(List<RuleBookFault> faults) {
        Standing before = standing.getAndUpdate(now -> new Standing(now.edition(), List.copyOf(faults)));
        if (!before.faults().equals(faults)) {
            refused.increment();
        }
    }

    /** How many edits came in force, since the start. */
    public long taken() {
        return taken.sum();
    }

    /** How many edits were refused, since the start; the same faults again are no other edit. */
    public long refused() {
        return refused.sum();
    }
}
