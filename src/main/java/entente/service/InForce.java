package entente.service;

import entente.rules.BookFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The rule book in force: one reference, swapped as a whole, so that nobody ever sees half of two books. */
public final class InForce {

    private record Standing(Edition edition, List<BookFault> faults) {}

    private final AtomicReference<Standing> standing;

    /**
     * @param first a sound book
     */
    public InForce(Edition first) {
        standing = new AtomicReference<>(new Standing(first, List.of()));
    }

    /** The edition for what begins now; whoever takes it keeps to it until done. */
    public Edition current() {
        return standing.get().edition();
    }

    public BookState state() {
        Standing now = standing.get();
        return new BookState(
                now.edition().book().version(),
                now.edition().book().sha256(),
                !now.faults().isEmpty(),
                now.faults());
    }

    /** Puts another edition in force, or the same one again; either way nothing is wrong any more. */
    void accept(Edition edition) {
        standing.set(new Standing(edition, List.of()));
    }

    /** Keeps what is in force and says why. */
    void refuse(List<BookFault> faults) {
        standing.updateAndGet(now -> new Standing(now.edition(), List.copyOf(faults)));
    }
}
