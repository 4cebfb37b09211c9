package entente.service.analysis;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Scenario;
import entente.scenario.ScenarioResult;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.Getter;

/** A document with scenarios and further parameters. All its problems are reported together. */
final class RequestEnvelope {

    private static final String SCENARIO = "scenario";

    private final RuleBookSnapshot snapshot;

    private final ProblemCollector problems = ProblemCollector.bounded();

    @Getter
    private final Fields fields;

    /** @throws entente.service.problem.ProblemException if it is malformed or not an object */
    RequestEnvelope(RuleBookSnapshot snapshot, byte[] bytes) {
        this.snapshot = snapshot;
        this.fields = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), problems)
                .orElseThrow(() -> RuleBookSnapshot.refusal(problems.all()));
    }

    /** The scenario in a member. */
    Optional<Scenario> scenario(String name) {
        fields.require(name);
        return fields.get(name).flatMap(node -> scenario(node, fields.pointer(name)));
    }

    /** Whether the document holds a scenario beside parameters, and is not itself one. */
    boolean hasParameters() {
        return fields.has(SCENARIO);
    }

    /**
     * The scenario in its member, or the document itself as a scenario.
     *
     * @param parameters that may stand beside it
     */
    Optional<Scenario> scenarioWith(Collection<String> parameters) {
        if (!hasParameters()) {
            return scenario(new Node.ObjectNode(fields.members(), fields.location()), "#");
        }
        List<String> members = new ArrayList<>(parameters);
        members.add(SCENARIO);
        fields.allowOnly(members);
        return scenario(SCENARIO);
    }

    /** The valid scenarios of a list. */
    List<Scenario> scenarios(String name) {
        return fields.items(name, this::scenario);
    }

    private Optional<Scenario> scenario(Node node, String pointer) {
        ScenarioResult result = snapshot.reader().read(node, snapshot.scenarioSource());
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(accepted.scenario());
        }
        problems.addAll(((ScenarioResult.Refused) result).problems(), within -> pointer + within.substring(1));
        return Optional.empty();
    }

    /**
     * Must be called after reading all members.
     *
     * @throws entente.service.problem.ProblemException with all problems in document order
     */
    void check() {
        if (!problems.isEmpty()) {
            throw RuleBookSnapshot.refusal(problems.all());
        }
    }
}
