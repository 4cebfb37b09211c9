package entente.service.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Marks a request that arrives at the address of a room: what it may do is decided by a list of its own, and it is not the
 * local caller, even where there are no accounts.
 */
public final class RoomGuest {

    private static final String ATTRIBUTE = RoomGuest.class.getName();

    private RoomGuest() {}

    /** @param member whether the guest has shown to be a member of a workshop, and may evaluate */
    public static void mark(HttpServletRequest request, boolean member) {
        request.setAttribute(ATTRIBUTE, member);
    }

    static boolean isGuest(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    static boolean isMember(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ATTRIBUTE));
    }
}
