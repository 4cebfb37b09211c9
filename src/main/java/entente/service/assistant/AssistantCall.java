package entente.service.assistant;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.StoredScenario;
import entente.service.assistant.ServedFolders.RuleLocations;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
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
        Object evaluate(Cost cost, Callable<?> evaluation) throws Exception;
    }

    /** The scenarios that callers stored, which are read before an evaluation starts, as it may be interrupted. */
    record StoredScenarioLookup(Supplier<List<String>> ids, Function<String, Optional<StoredScenario>> find) {

        /** Without an archive. */
        static final StoredScenarioLookup NONE = new StoredScenarioLookup(List::of, id -> Optional.empty());
    }

    private final RuleBookSnapshot snapshot;
    private final ServedFolders folders;
    private final RuleLocations locations;
    private final StoredScenarioLookup stored;
    private final Evaluator evaluator;

    /** A failure that is no fault of the arguments, which the transport reports as it reports that of other requests. */
    private Optional<RuntimeException> failure = Optional.empty();

    /** @throws ProblemException as {@link Evaluator#evaluate}, which is kept if it is no fault of the arguments */
    @SuppressWarnings("unchecked") // what the evaluation returns
    <T> T evaluate(Cost cost, Callable<T> evaluation) {
        try {
            return (T) evaluator.evaluate(cost, evaluation);
        } catch (RuntimeException failed) {
            keep(failed);
            throw failed;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** Reads what needs no evaluation, such as the archive; a failure is kept if it is no fault of the arguments. */
    <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException failed) {
            keep(failed);
            throw failed;
        }
    }

    /** Keeps it if it is no fault of the arguments. */
    void keep(RuntimeException failed) {
        if (!(failed instanceof ProblemException problem) || OF_SERVICE.contains(problem.type())) {
            failure = Optional.of(failed);
        }
    }
}
