package entente.service.security;

import entente.service.keys.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Marks a request that arrives at the address of a room: what it may do is decided by a list of its own, and it is not the
 * local caller, even where there are no accounts.
 */
public final class RoomGuest {

    private static final String ATTRIBUTE = RoomGuest.class.getName();

    private RoomGuest() {}

    /** @param member whether the guest has shown to be a member of a workshop, and may evaluate */
    public static void mark(HttpServletRequest request, boolean member) {
        request.setAttribute(ATTRIBUTE, member ? Role.ANALYST : Role.READER);
    }

    public static boolean isGuest(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** The role of a guest; empty for other callers. */
    static Optional<Role> role(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Role role ? Optional.of(role) : Optional.empty();
    }
}
