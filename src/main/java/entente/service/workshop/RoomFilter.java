package entente.service.workshop;

import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.security.Accounts;
import entente.service.security.RoomGuest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets through the requests to the address of a room that are listed here; the others find nothing. On a service with accounts,
 * the same requests of members to its own address need no key.
 */
@RequiredArgsConstructor
public final class RoomFilter extends OncePerRequestFilter {

    /** What people type for the address at which groups join. */
    private static final Pattern TYPED =
            Pattern.compile("/|/w/|/W/?|/W/([A-Za-z0-9-]{1,20})/?|/w/([A-Za-z0-9-]{1,20})/");

    /** What a request needs beside its address. */
    enum Need {
        NOTHING,
        /** A token of a workshop. */
        MEMBER,
        /** A token of a workshop that starts from this scenario. */
        BASELINE,
        /** A token of a workshop, and the query keep=false, so that nothing is stored. */
        MEMBER_KEEPS_NOTHING
    }

    /** A method of HTTP, where HEAD goes with GET, with a pattern of paths. */
    record Entry(String method, String pattern, Need need, PathPattern parsed) {

        private Entry(String method, String pattern, Need need) {
            this(method, pattern, need, PathPatternParser.defaultInstance.parse(pattern));
        }

        private boolean covers(String asked, String path) {
            return (method.equals(asked) || (method.equals("GET") && asked.equals("HEAD")))
                    && parsed.matches(PathContainer.parsePath(path));
        }
    }

    private static final String WORKSHOP = "/api/v1/workshops/{code}";

    /** All that the address of a room answers; the one list, which a test compares with the running service. */
    static final List<Entry> ENTRIES = List.of(
            new Entry("GET", "/w", Need.NOTHING),
            new Entry("GET", "/w/{code}", Need.NOTHING),
            new Entry("GET", "/workshops/{code}", Need.NOTHING),
            new Entry("GET", "/workshops/{code}/projector", Need.NOTHING),
            new Entry("GET", "/workshops/{code}/lobby", Need.NOTHING),
            new Entry("GET", "/workshops/{code}/enter/{key}", Need.NOTHING),
            new Entry("GET", "/page/**", Need.NOTHING),
            new Entry("GET", "/api/v1/indicators", Need.NOTHING),
            new Entry("GET", "/api/v1/rules", Need.MEMBER),
            new Entry("GET", "/api/v1/scenarios/{id}", Need.BASELINE),
            new Entry("GET", WORKSHOP, Need.NOTHING),
            new Entry("POST", WORKSHOP + "/groups", Need.NOTHING),
            new Entry("POST", WORKSHOP + "/moves:batch", Need.NOTHING),
            new Entry("POST", WORKSHOP + "/ready", Need.NOTHING),
            new Entry("POST", WORKSHOP + "/commands", Need.NOTHING),
            new Entry("POST", WORKSHOP + "/links", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/board", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/difference", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/events", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/scenarios/{group}", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/result", Need.NOTHING),
            new Entry("GET", WORKSHOP + "/qr", Need.NOTHING),
            new Entry("POST", "/api/v1/assessments", Need.MEMBER_KEEPS_NOTHING),
            new Entry("POST", "/api/v1/sensitivities", Need.MEMBER),
            new Entry("POST", "/api/v1/flips", Need.MEMBER));

    private final RoomConnector room;
    private final Accounts accounts;
    private final Supplier<WorkshopAccess> access;
    private final Supplier<WorkshopTable> workshops;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (room.received(request)) {
            Matcher typed = TYPED.matcher(request.getRequestURI());
            if (request.getMethod().equals("GET") && typed.matches()) {
                String code = typed.group(1) == null ? typed.group(2) : typed.group(1);
                // Relative: the container would repeat the Host header.
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", code == null ? "/w" : "/w/" + code);
                return;
            }
        }
        try {
            if (room.received(request)) {
                RoomGuest.mark(request, Optional.empty());
                admit(request);
            } else if (!accounts.isEmpty() && isOfAGroupsPage(request)) {
                find(request)
                        .flatMap(entry -> member(request, entry.need()))
                        .ifPresent(member -> RoomGuest.mark(request, Optional.of(member)));
            }
        } catch (ProblemException refusal) {
            ProblemResponses.write(request, response, refusal, null);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        Entry entry = find(request).orElseThrow(ApiRequest::notFound);
        if (entry.need() != Need.NOTHING) {
            RoomGuest.mark(request, Optional.of(member(request, entry.need()).orElseThrow(ApiRequest::notFound)));
        }
    }

    private static Optional<Entry> find(HttpServletRequest request) {
        return ENTRIES.stream()
                .filter(entry -> entry.covers(request.getMethod(), request.getRequestURI()))
                .findFirst();
    }

    /** Whether the request may come from the page of a group: it has no key and no session, and is not of a workshop itself. */
    private static boolean isOfAGroupsPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/v1/")
                && !path.startsWith("/api/v1/workshops")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getSession(false) == null;
    }

    /** The name of the member that may send the request; empty if it is none. */
    private Optional<String> member(HttpServletRequest request, Need need) {
        List<WorkshopCaller> places = access.get().places(request);
        boolean right = switch (need) {
            case NOTHING, MEMBER -> true;
            case BASELINE -> places.stream().anyMatch(place -> isBaseline(request, place));
            case MEMBER_KEEPS_NOTHING -> keepsNothing(request);
        };
        return places.stream().filter(place -> right).map(WorkshopCaller::name).findFirst();
    }

    private boolean isBaseline(HttpServletRequest request, WorkshopCaller place) {
        String path = request.getRequestURI();
        String id = path.substring(path.lastIndexOf('/') + 1);
        return workshops.get().find(place.code()).map(WorkshopState::baselineId).equals(Optional.of(id));
    }

    private static boolean keepsNothing(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && List.of(query.split("&", -1)).contains("keep=false");
    }
}
