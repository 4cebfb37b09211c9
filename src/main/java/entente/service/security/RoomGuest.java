package entente.service.security;

import entente.service.keys.Role;
import entente.service.security.Accounts.BearerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Marks a request that arrives at the address of a room, or that a member of a workshop sends without a key: what it may do
 * is decided by a list of its own, and it is not the local caller, even where there are no accounts.
 */
public final class RoomGuest {

    private static final String ATTRIBUTE = RoomGuest.class.getName();

    /** The name of guests that have not shown to be members. */
    private static final String STRANGER = "workshop";

    private RoomGuest() {}

    /** @param member the name of a guest that has shown to be a member of a workshop, and may evaluate; empty for others */
    public static void mark(HttpServletRequest request, Optional<String> member) {
        request.setAttribute(
                ATTRIBUTE,
                BearerAuthentication.caller(member.orElse(STRANGER), member.isPresent() ? Role.ANALYST : Role.READER));
    }

    public static boolean isGuest(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** The guest that sent a request; empty for other callers. */
    static Optional<Authentication> find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Authentication guest ? Optional.of(guest) : Optional.empty();
    }
}
