package entente.service.security;

import entente.service.keys.Key;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Accounts.BearerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.ConcurrentSessionControlAuthenticationStrategy;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who signed in with a key on a page. A session holds the digest of the key, which is looked up for
 * each request: the session ends with its key, and has the current role of the key.
 */
@Component
public final class Sessions {

    /** Beyond it, the session that was not used for the longest time ends. */
    static final int MAX_PER_KEY = 16;

    /** Of one network within a minute. */
    static final int MAX_WRONG_KEYS = 10;

    /** Time after which a session ends although it is used; the container ends those that are not used earlier. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final String DIGEST = Sessions.class.getName();

    public record Account(String name, String role) {}

    private final Accounts accounts;
    private final SessionRegistry registry;
    private final SessionAuthenticationStrategy limit;
    private final InstantSource clock;
    private final WrongAttempts wrongKeys;

    public Sessions(Accounts accounts, SessionRegistry registry, InstantSource clock) {
        this.accounts = accounts;
        this.registry = registry;
        this.clock = clock;
        this.wrongKeys = new WrongAttempts(MAX_WRONG_KEYS, clock);
        ConcurrentSessionControlAuthenticationStrategy most =
                new ConcurrentSessionControlAuthenticationStrategy(registry);
        most.setMaximumSessions(MAX_PER_KEY);
        limit = new CompositeSessionAuthenticationStrategy(
                List.of(most, new RegisterSessionAuthenticationStrategy(registry)));
    }

    public boolean available() {
        return accounts.keys().isPresent();
    }

    /**
     * Begins a new session; false for a key that is not known.
     *
     * @throws ProblemException TOO_MANY_ATTEMPTS after several unknown keys from the address
     */
    public boolean signIn(Key key, HttpServletRequest request, HttpServletResponse response) {
        wrongKeys.refused(request.getRemoteAddr()).ifPresent(left -> {
            throw ProblemType.TOO_MANY_ATTEMPTS.problem(
                    "There were too many wrong keys from this address. Try again in a minute.",
                    (int) left.toSeconds() + 1);
        });
        Optional<KeyEntry> entry = accounts.keys().flatMap(ring -> ring.find(key));
        if (entry.isEmpty()) {
            wrongKeys.count(request.getRemoteAddr());
            return false;
        }
        // Never the one of before, whose id somebody else may have chosen.
        signOut(request);
        request.getSession().setAttribute(DIGEST, key.digest());
        limit.onAuthentication(caller(entry.get()), request, response);
        return true;
    }

    public void signOut(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    /** The caller by the session of the request; ends a session that is no longer valid. */
    Optional<Authentication> caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            Optional<Authentication> caller = entry(session).map(Sessions::caller);
            if (caller.isEmpty()) {
                session.invalidate();
            } else {
                registry.refreshLastRequest(session.getId());
            }
            return caller;
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<KeyEntry> entry(HttpSession session) {
        SessionInformation known = registry.getSessionInformation(session.getId());
        Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(LIFETIME);
        return known != null
                        && !known.isExpired()
                        && clock.instant().isBefore(end)
                        && session.getAttribute(DIGEST) instanceof String digest
                ? accounts.keys().flatMap(ring -> ring.findByDigest(digest))
                : Optional.empty();
    }

    private static Authentication caller(KeyEntry entry) {
        UsernamePasswordAuthenticationToken caller = BearerAuthentication.caller(entry.name(), entry.role());
        caller.setDetails(new Account(entry.name(), entry.role().word()));
        return caller;
    }

    /** Who is signed in, in the request that this thread answers; empty for other callers. */
    public static Optional<Account> current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getDetails() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** The addresses of signing in and out, and the way back to where somebody was going. */
    public static final class SignIn {

        public static final String PATH = "/sign-in";
        public static final String OUT = "/sign-out";
        /** The parameter with the address to go to afterwards. */
        public static final String TO = "to";

        /** One slash: two, or a backslash that browsers read as a slash, would lead to another host. */
        private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]*)?");

        private SignIn() {}

        /** The address if it is one of this service, otherwise that of the front page. */
        public static String local(String to) {
            boolean own = LOCAL.matcher(to).matches() && !to.startsWith(PATH) && !to.startsWith(OUT);
            return own ? to : "/";
        }

        /** Whether a person opens a page without credentials, rather than a program or the module of a page. */
        static boolean isNavigation(HttpServletRequest request) {
            boolean reads = request.getMethod().equals("GET");
            boolean page = Stream.of("/api/", "/actuator/", "/mcp").noneMatch(request.getRequestURI()::startsWith)
                    && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                            .orElse("")
                            .contains("text/html");
            return reads
                    && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                    && (page || "navigate".equals(request.getHeader("Sec-Fetch-Mode")));
        }

        /** The page for signing in, which leads back to this request. */
        static String address(HttpServletRequest request) {
            String query = request.getQueryString();
            String here = request.getRequestURI() + (query == null ? "" : "?" + query);
            return PATH + "?" + TO + "=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        }
    }
}
