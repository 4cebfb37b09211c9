package entente.service.api;

import entente.service.admission.Admission;
import entente.service.admission.AdmissionTicket;
import entente.service.admission.EvaluationExecutor.Cost;
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
 * Rejects requests early when the service is overloaded, before filters, checks and the log, which would take
 * processing time from admitted requests.
 */
public final class AdmissionValve extends ValveBase {

    static final Map<String, Cost> EVALUATING = Map.of(
            AssessmentController.PATH,
            Cost.LIGHT,
            "/api/v1/validations",
            Cost.LIGHT,
            "/api/v1/comparisons",
            Cost.HEAVY,
            "/api/v1/flips",
            Cost.HEAVY,
            "/api/v1/sensitivities",
            Cost.HEAVY);

    private final Admission admission;
    private final ActiveRuleBook activeRuleBook;
    private final ResponseSender sender;

    public AdmissionValve(Admission admission, ActiveRuleBook activeRuleBook, ResponseSender sender) {
        super(true);
        this.admission = admission;
        this.activeRuleBook = activeRuleBook;
        this.sender = sender;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionControl.attach(request, response);
        Cost cost = cost(request.getMethod(), request.getDecodedRequestURI());
        if (cost == null) {
            getNext().invoke(request, response);
            return;
        }
        AdmissionTicket ticket = new AdmissionTicket(admission, cost);
        // Once its body has been received, a request is admitted or refused where the body is read.
        if (!request.isAsync() && ticket.isFull()) {
            RuleBookFilter.setHeaders(response, activeRuleBook.current());
            BufferedResponse answer = new BufferedResponse(response.getResponse());
            ProblemResponses.write(answer, ticket.reject(), null);
            sender.send(request.getRequest(), response.getResponse(), answer);
            return;
        }
        ticket.attachTo(request);
        try {
            getNext().invoke(request, response);
        } finally {
            ticket.release();
        }
    }

    /** A malformed request line leaves neither method nor path. */
    private static @Nullable Cost cost(@Nullable String method, @Nullable String path) {
        return path != null && "POST".equals(method) ? EVALUATING.get(path) : null;
    }
}
