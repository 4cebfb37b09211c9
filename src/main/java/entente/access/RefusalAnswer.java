package entente.access;

import entente.problem.ProblemWriter;
import entente.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A refusal before anything of the service is reached. */
final class RefusalAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswer.class);

    private RefusalAnswer() {}

    static void write(HttpServletResponse response, Refusal refusal) throws IOException {
        String instance = "/problems/occurrences/" + UUID.randomUUID();
        // Nothing of the request: what a stranger sends has no place in a log.
        LOG.info("{} {} {}", refusal.type().status(), refusal.type().slug(), instance);
        byte[] body = ProblemWriter.write(refusal, instance).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.type().status());
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
