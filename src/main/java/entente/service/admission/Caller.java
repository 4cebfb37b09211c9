package entente.service.admission;

import java.util.function.BooleanSupplier;

/**
 * Whose work it is. Capacity is shared by callers, and a part of it is kept free of the guests of a room, for the one who
 * facilitates it.
 *
 * @param name of a key, a member of a room, or else an address
 * @param disconnected whether nobody waits for the answer any more
 */
public record Caller(String name, boolean guest, BooleanSupplier disconnected) {

    /** Jobs and the service itself, which have limits of their own. */
    public static final Caller SERVICE = new Caller("", false, () -> false);

    boolean isService() {
        return name.isEmpty();
    }
}
