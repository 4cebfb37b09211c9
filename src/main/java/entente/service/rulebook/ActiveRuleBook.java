package entente.service.rulebook;

import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The active rule book, replaced atomically. */
public final class ActiveRuleBook {

    private record State(RuleBookSnapshot snapshot, List<RuleBookFault> faults) {}

    private final AtomicReference<State> state;

    /** @param first a valid rule book */
    public ActiveRuleBook(RuleBookSnapshot first) {
        state = new AtomicReference<>(new State(first, List.of()));
    }

    /** The current snapshot; callers use one snapshot for a whole request. */
    public RuleBookSnapshot current() {
        return state.get().snapshot();
    }

    public RuleBookState state() {
        State now = state.get();
        RuleBook book = now.snapshot().book();
        return new RuleBookState(book.version(), book.sha256(), !now.faults().isEmpty(), now.faults());
    }

    /** Activates a snapshot, possibly the same one, and clears the faults. */
    void accept(RuleBookSnapshot snapshot) {
        state.set(new State(snapshot, List.of()));
    }

    /** Records the faults of a refused edit; the active book remains. */
    void reject(List<RuleBookFault> faults) {
        state.getAndUpdate(now -> new State(now.snapshot(), List.copyOf(faults)));
    }

    /**
     * The active rule book, and the faults of a refused edit.
     *
     * @param stale whether the folder contains a refused edit, so that the previous book is active
     * @param faults of that edit; empty if there is none
     */
    public record RuleBookState(String version, String sha256, boolean stale, List<RuleBookFault> faults) {}
}
