package entente.service.workshop;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All that the address of a room answers; the one list, which a test compares with the running service. */
final class RoomSurface {

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

    private RoomSurface() {}

    static Optional<Entry> find(String method, String path) {
        return ENTRIES.stream().filter(entry -> entry.covers(method, path)).findFirst();
    }
}
