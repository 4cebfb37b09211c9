package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problems of the security filters. */
final class ProblemResponse {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponse.class);

    /** Request attribute that the request log reads. */
    private static final String INSTANCE = "entente.problem.instance";

    private ProblemResponse() {}

    static void write(HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
            throws IOException {
        String instance = "/problems/occurrences/" + UUID.randomUUID();
        request.setAttribute(INSTANCE, instance);
        // Nothing of the request is logged.
        LOG.debug("{} {}", instance, refusal.type().slug());
        byte[] body = ProblemWriter.write(refusal, instance).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.type().status());
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
