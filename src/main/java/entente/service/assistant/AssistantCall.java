package entente.service.assistant;

import entente.model.rule.RuleBookLocation;
import entente.rulebook.RuleBookLocations;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ScenarioListJson;
import entente.service.archive.StoredScenario;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** One message of a client: what it is answered from, and how its evaluation runs. */
@RequiredArgsConstructor
@Getter
final class AssistantCall {

    /** What is no fault of the arguments. */
    private static final Set<ProblemType> OF_SERVICE = Set.of(
            ProblemType.OVERLOADED,
            ProblemType.EVALUATION_LIMIT,
            ProblemType.ARCHIVE_UNAVAILABLE,
            ProblemType.STORAGE_FULL,
            ProblemType.BUG);

    /** Runs an evaluation within the limits of the transport. */
    interface Evaluator {

        /** @throws ProblemException what the evaluation throws, or that it was not admitted or did not end in time */
        <T> T evaluate(Cost cost, Callable<T> evaluation);
    }

    /** The scenarios that callers stored, which are read before an evaluation starts, as it may be interrupted. */
    record StoredScenarioLookup(Supplier<List<String>> ids, Function<String, Optional<StoredScenario>> find) {

        /** Without an archive. */
        static final StoredScenarioLookup NONE = new StoredScenarioLookup(List::of, id -> Optional.empty());
    }

    private static final int MAX_LISTED = 100;

    private final RuleBookSnapshot snapshot;
    private final ServedFolders folders;
    private final RuleBookLocations locations;
    private final StoredScenarioLookup stored;
    private final Evaluator evaluator;

    /** A failure that is no fault of the arguments, which the transport reports as it reports that of other requests. */
    private Optional<RuntimeException> failure = Optional.empty();

    /** The result; a failure is kept if it is no fault of the arguments. */
    <T> T get(Supplier<T> result) {
        try {
            return result.get();
        } catch (RuntimeException failed) {
            if (!(failed instanceof ProblemException problem) || OF_SERVICE.contains(problem.type())) {
                failure = Optional.of(failed);
            }
            throw failed;
        }
    }

    /** The list of scenarios as JSON: what follows this id. */
    String scenarios(Optional<String> after) {
        ScenarioListJson list = ScenarioListJson.fetch(snapshot, stored.ids().get(), stored.find(), after, MAX_LISTED);
        return evaluator.evaluate(Cost.LIGHT, () -> list.write(snapshot));
    }

    /** Where a rule or an indicator is defined, as {@code rules/file:line}; empty if it is not known. */
    String place(String kind, String id) {
        RuleBookLocation location = locations.at(kind, id);
        return location.equals(RuleBookLocation.NONE) ? "" : location.within(folders.rulesName());
    }

    /** As answers list it. */
    Map<String, List<String>> definedAt(String kind, String id) {
        String place = place(kind, id);
        return place.isEmpty() ? Map.of() : Map.of("Defined at", List.of(place));
    }
}
