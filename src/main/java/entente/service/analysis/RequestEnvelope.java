package entente.service.analysis;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Problem;
import entente.model.Scenario;
import entente.scenario.ScenarioResult;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.Getter;

/** A document with scenarios and further parameters. All its problems are reported together. */
public class RequestEnvelope {

    private static final String SCENARIO = "scenario";

    private final RuleBookSnapshot snapshot;

    private final ProblemCollector problems = ProblemCollector.bounded();

    /** Members that may stand beside those of any request. */
    private final List<String> common;

    @Getter
    private final Fields fields;

    /** @throws entente.service.problem.ProblemException if it is malformed or not an object */
    RequestEnvelope(RuleBookSnapshot snapshot, byte[] bytes) {
        this(snapshot, bytes, List.of());
    }

    /** @throws entente.service.problem.ProblemException if it is malformed or not an object */
    protected RequestEnvelope(RuleBookSnapshot snapshot, byte[] bytes, List<String> common) {
        this.snapshot = snapshot;
        this.common = common;
        this.fields = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), problems)
                .orElseThrow(() -> RuleBookSnapshot.refusal(problems.all()));
    }

    /** The fields, with a problem for every member that has another name. */
    public final Fields allowOnly(String... names) {
        List<String> allowed = new ArrayList<>(List.of(names));
        allowed.addAll(common);
        return fields.allowOnly(allowed);
    }

    /** What the rule book makes of a scenario in the document. */
    protected ScenarioResult read(Node node) {
        return snapshot.reader().read(node, snapshot.scenarioSource());
    }

    /** The scenario in a member. */
    public final Optional<Scenario> scenario(String name) {
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
    public final List<Scenario> scenarios(String name) {
        return fields.items(name, this::scenario);
    }

    private Optional<Scenario> scenario(Node node, String pointer) {
        ScenarioResult result = read(node);
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(accepted.scenario());
        }
        add((ScenarioResult.Refused) result, pointer);
        return Optional.empty();
    }

    /** Adds the problems of a scenario at a pointer. */
    protected final void add(ScenarioResult.Refused refused, String pointer) {
        problems.addAll(refused.problems(), within -> pointer(pointer, within));
    }

    /** A pointer into the document; one of overrides, which are beside the scenario, stays as it is. */
    private static String pointer(String scenario, String within) {
        return within.startsWith("#") ? scenario + within.substring(1) : within;
    }

    /** Adds a problem of what was read. */
    public final void add(Problem problem) {
        problems.addAll(List.of(problem));
    }

    /**
     * Must be called after reading all members.
     *
     * @throws entente.service.problem.ProblemException with all problems in document order
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw RuleBookSnapshot.refusal(problems.all());
        }
    }
}
