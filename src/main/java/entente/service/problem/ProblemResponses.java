package entente.service.problem;

import entente.document.Text;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
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

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private ProblemResponses() {}

    /** What a page says of a problem. */
    public record Refusal(String title, String detail) {}

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
        boolean page = isNavigation(request);
        byte[] bytes = (page ? page(refusal) : ProblemWriter.write(refusal, instance)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.type().status());
        // Also below addresses whose other responses may be cached.
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(page ? "text/html;charset=UTF-8" : ProblemWriter.MEDIA_TYPE);
        response.setContentLength(bytes.length);
        if (refusal.type() == ProblemType.UNAUTHENTICATED && response.getHeader("WWW-Authenticate") == null) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        refusal.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", String.valueOf(seconds)));
        response.getOutputStream().write(bytes);
    }

    /** Whether a browser asks for a page, which a person reads; the API answers in JSON always. */
    private static boolean isNavigation(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !String.valueOf(request.getRequestURI()).startsWith("/api/");
    }

    private static String page(ProblemException refusal) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("service/refusal.jte", new Refusal(refusal.type().title(), refusal.detail()), page);
        return page.toString();
    }

    public static ProblemException bug() {
        return ProblemType.BUG.problem("An internal error occurred. The log of the service contains the cause.");
    }
}
