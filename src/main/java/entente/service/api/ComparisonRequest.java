package entente.service.api;

import entente.document.Fields;
import entente.model.Scenario;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The scenarios to be compared, the first of which the others are compared with. */
final class ComparisonRequest {

    /** The most scenarios of one comparison. */
    static final int MAX_SCENARIOS = 32;

    private static final List<String> FIELDS = List.of("before", "after", "scenarios");

    private ComparisonRequest() {}

    /**
     * @return at least two
     * @throws entente.service.problem.ProblemException with every problem
     */
    static List<Scenario> of(RuleBookSnapshot edition, byte[] bytes) {
        RequestEnvelope envelope = new RequestEnvelope(edition, bytes);
        Fields fields = envelope.fields().allowOnly(FIELDS);
        List<Scenario> scenarios = new ArrayList<>();
        if (fields.has("scenarios")) {
            if (fields.has("before") || fields.has("after")) {
                envelope.problems()
                        .add(
                                fields.pointer("scenarios"),
                                fields.location("scenarios"),
                                "ONE_FORM",
                                "Either \"before\" and \"after\" stand here, or \"scenarios\"; not both.");
            }
            int count = fields.get("scenarios")
                    .map(list -> list instanceof entente.document.Node.ListNode items
                            ? items.items().size()
                            : 2)
                    .orElse(2);
            if (count < 2 || count > MAX_SCENARIOS) {
                envelope.problems()
                        .add(
                                fields.pointer("scenarios"),
                                fields.location("scenarios"),
                                "OUT_OF_RANGE",
                                "A comparison takes 2 to " + MAX_SCENARIOS + " scenarios.");
            }
            // A longer list is refused unread: each of its scenarios costs as much as one of a shorter list.
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
