package entente.service.rulebook;

import entente.rulebook.RuleBookFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** The rule book in force: one reference, swapped as a whole, so that nobody ever sees half of two books. */
public final class ActiveRuleBook {

    private record Standing(RuleBookSnapshot edition, List<RuleBookFault> faults) {}

    private final AtomicReference<Standing> state;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    /**
     * @param first a sound book
     */
    public ActiveRuleBook(RuleBookSnapshot first) {
        state = new AtomicReference<>(new Standing(first, List.of()));
    }

    /** The edition for what begins now; whoever takes it keeps to it until done. */
    public RuleBookSnapshot current() {
        return state.get().edition();
    }

    public RuleBookState state() {
        Standing now = state.get();
        return new RuleBookState(
                now.edition().book().version(),
                now.edition().book().sha256(),
                !now.faults().isEmpty(),
                now.faults());
    }

    /** Puts another edition in force, or the same one again; either way nothing is wrong any more. */
    void accept(RuleBookSnapshot edition) {
        Standing before = state.getAndSet(new Standing(edition, List.of()));
        if (before.edition() != edition) {
            accepted.increment();
        }
    }

    /** Keeps what is in force and says why. */
    void reject(List<RuleBookFault> faults) {
        Standing before = state.getAndUpdate(now -> new Standing(now.edition(), List.copyOf(faults)));
        if (!before.faults().equals(faults)) {
            rejected.increment();
        }
    }

    /** How many edits came in force, since the start. */
    public long accepted() {
        return accepted.sum();
    }

    /** How many edits were refused, since the start; the same faults again are no other edit. */
    public long rejected() {
        return rejected.sum();
    }
}
