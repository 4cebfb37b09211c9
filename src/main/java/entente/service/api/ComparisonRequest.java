package entente.service.api;

import entente.document.Fields;
import entente.model.Scenario;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The scenarios of a comparison; the first is the reference. */
final class ComparisonRequest {

    /** Maximum number of scenarios in a comparison. */
    static final int MAX_SCENARIOS = 32;

    private static final List<String> FIELDS = List.of("before", "after", "scenarios");

    private ComparisonRequest() {}

    /**
     * @return at least two
     * @throws entente.service.problem.ProblemException with all problems
     */
    static List<Scenario> of(RuleBookSnapshot snapshot, byte[] bytes) {
        RequestEnvelope envelope = new RequestEnvelope(snapshot, bytes);
        Fields fields = envelope.fields().allowOnly(FIELDS);
        List<Scenario> scenarios = new ArrayList<>();
        if (fields.has("scenarios")) {
            if (fields.has("before") || fields.has("after")) {
                fields.reject(
                        "scenarios",
                        "ONE_FORM",
                        "Specify either \"before\" and \"after\", or \"scenarios\", not both.");
            }
            int count = fields.get("scenarios")
                    .map(list -> list instanceof entente.document.Node.ListNode items
                            ? items.items().size()
                            : 2)
                    .orElse(2);
            if (count < 2 || count > MAX_SCENARIOS) {
                fields.reject(
                        "scenarios", "OUT_OF_RANGE", "A comparison requires 2 to " + MAX_SCENARIOS + " scenarios.");
            }
            // A longer list is refused without reading its scenarios.
            if (count <= MAX_SCENARIOS) {
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
