package entente.service.assistant;

import entente.briefing.BriefingScenario;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Problem;
import entente.model.Scenario;
import entente.report.answer.AnswerText;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.service.api.RequestBody;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The arguments of a call: as the body of a request, where the id of a scenario may stand for it. */
final class ToolArguments extends RequestBody {

    static final String SCENARIO = "scenario";
    static final String SCENARIOS = "scenarios";
    static final String PAGE = "page";
    static final String SET = "set";
    static final String WITHOUT = "without";

    private static final byte[] EMPTY =
            "{\"id\": \"x\", \"title\": \"x\", \"readings\": {}}".getBytes(StandardCharsets.UTF_8);

    private static final int MAX_PAGE = 10_000;

    /** Stored scenarios that one call reads. */
    private static final int MAX_STORED = 64;

    @Getter
    private final AssistantCall call;

    private final RuleBookSnapshot snapshot;
    private final Map<String, byte[]> stored = new HashMap<>();
    private @Nullable ScenarioOverrides overrides;

    /** @param names of the arguments that there are */
    ToolArguments(AssistantCall call, Map<String, Object> given, Collection<String> names) {
        super(call.snapshot(), AssistantMessages.bytes(given), List.copyOf(names));
        this.call = call;
        this.snapshot = call.snapshot();
        allowOnly();
        // The stored scenarios that texts of the arguments name: members, or items of a list in one.
        List<String> shipped = snapshot.scenarioSource().ids();
        given.values().stream()
                .flatMap(value -> value instanceof Collection<?> list ? list.stream() : Stream.ofNullable(value))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(id -> FolderScenarioSource.isId(id) && !shipped.contains(id))
                .distinct()
                .limit(MAX_STORED)
                .forEach(id -> call.stored().find().apply(id).ifPresent(found -> stored.put(id, found.bytes())));
    }

    /** The one scenario, with its overrides, after all arguments were checked. */
    Scenario checkedScenario() {
        Optional<Scenario> scenario = scenario(SCENARIO);
        check();
        return scenario.orElseThrow();
    }

    /** The same for a briefing. */
    BriefingScenario checkedForBriefing() {
        fields().require(SCENARIO);
        Optional<BriefingScenario> scenario = fields().get(SCENARIO)
                .flatMap(node -> snapshot.briefings().read(reader -> read(reader, node), Optional::of, refused -> {
                    add(refused, fields().pointer(SCENARIO));
                    return Optional.empty();
                }));
        check();
        return scenario.orElseThrow();
    }

    int page() {
        double page = fields().number(PAGE).orElse(1.0);
        if (page < 1 || page > MAX_PAGE || page != Math.rint(page)) {
            fields().reject(PAGE, "OUT_OF_RANGE", "page is a whole number from 1.");
            return 1;
        }
        return (int) page;
    }

    @Override
    protected ScenarioResult read(Node node) {
        return read(snapshot.reader(), node);
    }

    private ScenarioResult read(ScenarioReader reader, Node node) {
        if (node instanceof ObjectNode) {
            return reader.read(node, snapshot.scenarioSource(), overrides());
        }
        if (!(node instanceof TextNode named)) {
            return refused(new Problem(
                    "#",
                    "WRONG_TYPE",
                    "The id of a scenario, or a scenario as an object, is needed here.",
                    List.of("the id of a scenario", "an object"),
                    Optional.empty(),
                    0,
                    0));
        }
        String id = named.text();
        return snapshot.scenarioSource()
                .listed(id)
                .or(() -> Optional.ofNullable(stored.get(id)))
                .map(found -> reader.read(found, snapshot.scenarioSource(), overrides()))
                .orElseGet(() -> unknown(id));
    }

    private ScenarioResult unknown(String id) {
        List<String> known = snapshot.scenarioSource().ids();
        return refused(new Problem(
                "#",
                "UNKNOWN_SCENARIO",
                "There is no scenario \"" + Text.excerpt(id) + "\"; an object with id, title and readings is one, too.",
                known,
                Suggestion.closest(id, known),
                0,
                0));
    }

    /** With the problems of the overrides, which are wrong whatever is meant. */
    private ScenarioResult refused(Problem problem) {
        List<Problem> problems = new ArrayList<>(List.of(problem));
        if (snapshot.reader().read(EMPTY, snapshot.scenarioSource(), overrides())
                instanceof ScenarioResult.Refused more) {
            problems.addAll(more.problems());
        }
        return new ScenarioResult.Refused(problems);
    }

    /** Of every scenario that is read. */
    private ScenarioOverrides overrides() {
        if (overrides == null) {
            Map<String, String> readings = new TreeMap<>();
            fields().object(SET).map(Fields::members).orElse(Map.of()).forEach((id, value) -> {
                if (value instanceof NumberNode number) {
                    readings.put(id, number.raw());
                } else if (value instanceof TextNode text) {
                    readings.put(id, text.text());
                } else {
                    fields().object(SET).orElseThrow().reject(id, "WRONG_TYPE", "A number or text is needed here.");
                }
            });
            overrides = new ScenarioOverrides(readings, Optional.empty(), fields().texts(WITHOUT));
        }
        return overrides;
    }

    /** What this call changes in the scenario and the rules, such as {@code x is 3}. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        overrides()
                .readings()
                .forEach((id, values) -> changes.add(id + " is " + Text.excerpt(String.join(", ", values))));
        overrides().without().forEach(id -> changes.add(id + " is disabled"));
        return changes;
    }

    /** The last paragraph of an answer with likelihoods. */
    String judgement(String verb, String... more) {
        return AnswerText.judgement(snapshot.book(), command(verb, more));
    }

    /** The last paragraph of one without. */
    String source(String command) {
        return AnswerText.source(call.folders().command(command));
    }

    /** The command that does the same, such as {@code ./entente assess ID --set x=1}; FILE is a scenario without id. */
    String command(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of(verb));
        fields().get(SCENARIO).or(() -> fields().get(SCENARIOS)).stream()
                .flatMap(node -> node instanceof ListNode list ? list.items().stream() : Stream.of(node))
                .map(node -> node instanceof TextNode text
                                && snapshot.scenarioSource().ids().contains(text.text())
                        ? text.text()
                        : "FILE")
                .forEach(words::add);
        overrides()
                .readings()
                .forEach((id, values) ->
                        values.forEach(value -> words.addAll(List.of("--set", Text.quoted(id + "=" + value)))));
        overrides().without().forEach(id -> words.addAll(List.of("--without", Text.quoted(id))));
        words.addAll(List.of(more));
        words.removeIf(String::isEmpty);
        return call.folders().command(String.join(" ", words));
    }

    /** Whether a problem is one of the scenario that was given, and not one of the arguments. */
    boolean isAboutScenario(Problem problem) {
        String pointer = "#/" + SCENARIO;
        return problem.pointer().startsWith(pointer + "/")
                || (problem.pointer().equals(pointer)
                        && fields().get(SCENARIO)
                                .filter(ObjectNode.class::isInstance)
                                .isPresent());
    }

    /** A problem of the arguments, at its place in them. */
    static Problem placed(Problem problem) {
        String pointer = problem.pointer();
        int blank = pointer.indexOf(' ');
        String placed = pointer.startsWith("--set ")
                ? "#/" + SET + "/" + pointer.substring(blank + 1)
                : pointer.startsWith("--without ") ? "#/" + WITHOUT : pointer;
        return problem.withPointer(placed).at(0, 0);
    }
}
