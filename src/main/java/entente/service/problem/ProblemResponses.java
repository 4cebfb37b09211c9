package entente.service.problem;

import entente.document.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problem responses; the log contains the cause under the instance that the response names. */
public final class ProblemResponses {

    /** Request attribute with the instance of its problem, for the request log. */
    public static final String INSTANCE = "entente.problem.instance";

    static final String OCCURRENCES = "/problems/occurrences/";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private ProblemResponses() {}

    /** Creates the instance of an occurrence and logs it. */
    public static String occurrence(ProblemException refusal, @Nullable Throwable cause) {
        String instance = OCCURRENCES + UUID.randomUUID();
        if (refusal.type() == ProblemType.BUG) {
            LOG.error("{} {}", instance, refusal.type().slug(), cause);
        } else if (refusal.type().status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                // Not logged, because of their number under overload; a metric counts them.
                && refusal.type() != ProblemType.OVERLOADED) {
            LOG.warn("{} {}: {}", instance, refusal.type().slug(), Text.printable(refusal.detail()));
        } else {
            LOG.debug("{} {}: {}", instance, refusal.type().slug(), Text.printable(refusal.detail()));
        }
        return instance;
    }

    /** Writes a problem, and passes its instance to the request log. */
    public static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemException refusal,
            @Nullable Throwable cause)
            throws IOException {
        String instance = occurrence(refusal, cause);
        request.setAttribute(INSTANCE, instance);
        byte[] bytes = ProblemWriter.write(refusal, instance).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.type().status());
        // Also below addresses whose other responses may be cached.
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        response.setContentLength(bytes.length);
        if (refusal.type() == ProblemType.UNAUTHENTICATED && response.getHeader("WWW-Authenticate") == null) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        refusal.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", String.valueOf(seconds)));
        response.getOutputStream().write(bytes);
    }

    public static ProblemException bug() {
        return ProblemException.of(
                ProblemType.BUG, "An internal error occurred. The log of the service contains the cause.");
    }
}
