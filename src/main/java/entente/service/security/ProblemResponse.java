package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes problems of the security filters. Their details contain nothing of the request, so that they can be logged. */
final class ProblemResponse {

    /** Request attribute that the request log reads. */
    private static final String INSTANCE = "entente.problem.instance";

    private ProblemResponse() {}

    static void write(HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
            throws IOException {
        request.setAttribute(INSTANCE, ProblemResponses.write(response, refusal, null));
    }
}
