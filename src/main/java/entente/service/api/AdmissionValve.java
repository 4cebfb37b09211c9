package entente.service.api;

import static java.util.stream.Collectors.toUnmodifiableMap;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemResponses;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import entente.service.transfer.BufferedResponse;
import entente.service.transfer.ConnectionControl;
import entente.service.transfer.ResponseSender;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Rejects requests early when the service is overloaded, before filters, checks and the log, which would take
 * processing time from admitted requests. {@link AdmissionInterceptor} admits them once their body has been received.
 */
public final class AdmissionValve extends ValveBase {

    private final EvaluationExecutor evaluations;
    private final ActiveRuleBook activeRuleBook;
    private final ResponseSender sender;
    private final Map<String, Cost> costs;

    public AdmissionValve(
            EvaluationExecutor evaluations,
            ActiveRuleBook activeRuleBook,
            ResponseSender sender,
            List<ApiEndpoint> endpoints) {
        super(true);
        this.evaluations = evaluations;
        this.activeRuleBook = activeRuleBook;
        this.sender = sender;
        this.costs = costs(endpoints);
    }

    /** By path: the operations with a body that is larger than their head. */
    static Map<String, Cost> costs(List<ApiEndpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.operation().evaluates().length > 0)
                .filter(endpoint -> endpoint.method().equals("POST"))
                // The others have small bodies.
                .filter(endpoint -> !endpoint.path().contains("{"))
                .collect(toUnmodifiableMap(
                        ApiEndpoint::path, endpoint -> endpoint.operation().evaluates()[0]));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionControl.attach(request, response);
        // A malformed request line leaves neither method nor path.
        Cost cost =
                "POST".equals(request.getMethod()) ? costs.get(String.valueOf(request.getDecodedRequestURI())) : null;
        if (cost == null || request.isAsync() || !evaluations.isFull(cost)) {
            getNext().invoke(request, response);
            return;
        }
        RuleBookFilter.setHeaders(response, activeRuleBook.current());
        BufferedResponse answer = new BufferedResponse(response.getResponse());
        ProblemResponses.write(request, answer, evaluations.reject(cost), null);
        sender.send(request.getRequest(), response.getResponse(), answer);
    }
}
