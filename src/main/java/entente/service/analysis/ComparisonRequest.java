package entente.service.analysis;

import entente.document.Fields;
import entente.document.Node.ListNode;
import entente.document.Position;
import entente.model.Scenario;
import entente.service.api.ServiceDocuments;
import java.util.ArrayList;
import java.util.List;

/** The scenarios of a comparison; the first is the reference. */
public final class ComparisonRequest {

    private ComparisonRequest() {}

    /**
     * @return at least two
     * @throws entente.service.problem.ProblemException with all problems
     */
    public static List<Scenario> of(RequestEnvelope envelope) {
        Fields fields = envelope.allowOnly("before", "after", "scenarios");
        List<Scenario> scenarios = new ArrayList<>();
        if (fields.has("scenarios")) {
            Position at = fields.at("scenarios");
            if (fields.has("before") || fields.has("after")) {
                at.reject("ONE_FORM", "Specify either \"before\" and \"after\", or \"scenarios\", not both.");
            }
            int count = fields.get("scenarios").orElseThrow() instanceof ListNode list
                    ? list.items().size()
                    : 2;
            if (count < 2 || count > ServiceDocuments.MAX_COMPARED) {
                at.reject(
                        "OUT_OF_RANGE", "A comparison requires 2 to " + ServiceDocuments.MAX_COMPARED + " scenarios.");
            }
            // A longer list is refused without reading its scenarios.
            if (count <= ServiceDocuments.MAX_COMPARED) {
                scenarios.addAll(envelope.scenarios("scenarios"));
            }
        } else {
            envelope.scenario("before").ifPresent(scenarios::add);
            envelope.scenario("after").ifPresent(scenarios::add);
        }
        envelope.check();
        return scenarios;
    }
}
