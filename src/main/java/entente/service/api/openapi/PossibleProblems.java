package entente.service.api.openapi;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiEndpoint;
import entente.service.api.Operation;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The problems that an operation can return: common ones, those that follow from what it does, and its own. */
final class PossibleProblems {

    private PossibleProblems() {}

    /** In the order of the enum. */
    static List<ProblemType> of(ApiEndpoint endpoint) {
        Operation operation = endpoint.operation();
        Set<ProblemType> types = EnumSet.of(
                ProblemType.BAD_PARAMETER,
                ProblemType.WRONG_HOST,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.OVERLOADED,
                ProblemType.BUG);
        types.addAll(List.of(operation.problems()));
        if (operation.access() != Access.PUBLIC) {
            types.add(ProblemType.UNAUTHENTICATED);
        }
        if (operation.workshopToken()) {
            types.addAll(List.of(ProblemType.UNAUTHENTICATED, ProblemType.TOO_MANY_ATTEMPTS));
        }
        // A PUT creates what does not exist; a page can say itself that there is none.
        boolean saysSo = endpoint.responses().stream().anyMatch(response -> response.status() == 404);
        if (endpoint.path().contains("{") && !endpoint.method().equals("PUT") && !saysSo) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (!endpoint.method().equals("GET")) {
            types.add(ProblemType.FOREIGN_PAGE);
            // A reader may ask for what stores nothing.
            boolean stores = ApiHeaders.takesKey(endpoint) || operation.access().compareTo(Access.READER) > 0;
            if (operation.access() != Access.PUBLIC && stores) {
                types.add(ProblemType.FORBIDDEN);
            }
        }
        if (!operation.body().isEmpty()) {
            types.addAll(List.of(
                    ProblemType.MALFORMED, ProblemType.TOO_SLOW, ProblemType.TOO_LARGE, ProblemType.WRONG_MEDIA_TYPE));
        }
        if (ApiHeaders.takesKey(endpoint)) {
            types.addAll(List.of(
                    ProblemType.IDEMPOTENCY_KEY_INVALID,
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    ProblemType.CONFLICT,
                    ProblemType.ARCHIVE_UNAVAILABLE,
                    ProblemType.STORAGE_FULL));
        }
        if (operation.evaluates().length > 0) {
            types.add(ProblemType.EVALUATION_LIMIT);
        }
        if (endpoint.method().equals("GET") && List.of(operation.evaluates()).contains(Cost.HEAVY)) {
            types.add(ProblemType.FOREIGN_PAGE);
        }
        if (operation.archive() != Operation.Archive.NO) {
            types.add(ProblemType.ARCHIVE_UNAVAILABLE);
        }
        if (operation.archive() == Operation.Archive.WRITES) {
            types.add(ProblemType.STORAGE_FULL);
        }
        return List.copyOf(types);
    }
}
