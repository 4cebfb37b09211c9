package entente.service.api;

import entente.service.admission.Admission;
import entente.service.admission.AdmissionTicket;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.problem.ProblemResponses;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import entente.service.transfer.BufferedResponse;
import entente.service.transfer.ConnectionControl;
import entente.service.transfer.ResponseSender;
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
public final class AdmissionValve extends ValveBase {

    static final Map<String, Weight> EVALUATING = Map.of(
            AssessmentController.PATH,
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
    private final ActiveRuleBook inForce;
    private final ResponseSender sender;

    public AdmissionValve(Admission admission, ActiveRuleBook inForce, ResponseSender sender) {
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
        AdmissionTicket visit = new AdmissionTicket(admission, weight);
        // Once its body has been received, a request is admitted or refused where the body is read.
        if (!request.isAsync() && visit.isFull()) {
            RuleBookFilter.setHeaders(response, inForce.current());
            BufferedResponse answer = new BufferedResponse(response.getResponse());
            ProblemResponses.write(answer, visit.reject(), null);
            sender.send(request.getRequest(), response.getResponse(), answer);
            return;
        }
        visit.attachTo(request);
        try {
            getNext().invoke(request, response);
        } finally {
            visit.release();
        }
    }

    /** A first line that cannot be read leaves neither method nor address. */
    private static @Nullable Weight weight(@Nullable String method, @Nullable String path) {
        return path != null && "POST".equals(method) ? EVALUATING.get(path) : null;
    }
}
