package entente.web;

import entente.service.Admission;
import entente.service.Evaluations.Weight;
import entente.service.InForce;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Sends away at the door who would be sent away inside. Behind it stand filters, checks and a log that each cost more
 * than the sentence; under a flood they would take the time of those who are inside.
 */
final class DoorValve extends ValveBase {

    static final Map<String, Weight> EVALUATING = Map.of(
            Assessments.PATH,
            Weight.LIGHT,
            "/api/v1/validations",
            Weight.LIGHT,
            "/api/v1/comparisons",
            Weight.HEAVY,
            "/api/v1/flips",
            Weight.HEAVY,
            "/api/v1/sensitivities",
            Weight.HEAVY);

    private final Admission admission;
    private final InForce inForce;
    private final ResponseSender sender;

    DoorValve(Admission admission, InForce inForce, ResponseSender sender) {
        super(true);
        this.admission = admission;
        this.inForce = inForce;
        this.sender = sender;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionControl.attach(request, response);
        Weight weight = weight(request.getMethod(), request.getDecodedRequestURI());
        if (weight == null) {
            getNext().invoke(request, response);
            return;
        }
        Visit visit = new Visit(admission, weight);
        // Once its body has been received, a request is admitted or refused where the body is read.
        if (!request.isAsync() && visit.hopeless()) {
            EditionFilter.sign(response, inForce.current());
            BufferedResponse answer = new BufferedResponse(response.getResponse());
            Problems.write(answer, visit.refused(), null);
            sender.send(request.getRequest(), response.getResponse(), answer);
            return;
        }
        visit.of(request);
        try {
            getNext().invoke(request, response);
        } finally {
            visit.end();
        }
    }

    /** A first line that cannot be read leaves neither method nor address. */
    private static @Nullable Weight weight(@Nullable String method, @Nullable String path) {
        return path != null && "POST".equals(method) ? EVALUATING.get(path) : null;
    }
}
