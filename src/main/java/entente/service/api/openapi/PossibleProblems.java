package entente.service.api.openapi;

import entente.service.api.Operation;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which problems a call can meet: some everywhere, some by what the call does, and those that it names itself. */
final class PossibleProblems {

    private PossibleProblems() {}

    /** In the order in which types stand. */
    static List<ProblemType> of(OpenApi.Place place, Access who) {
        Operation call = place.operation();
        Set<ProblemType> types = EnumSet.of(
                ProblemType.BAD_PARAMETER,
                ProblemType.WRONG_HOST,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.OVERLOADED,
                ProblemType.BUG);
        types.addAll(List.of(call.problems()));
        if (who != Access.PUBLIC) {
            types.add(ProblemType.UNAUTHENTICATED);
        }
        if (!place.method().equals("GET")) {
            types.add(ProblemType.FORBIDDEN);
            types.add(ProblemType.FOREIGN_PAGE);
        }
        if (!call.body().isEmpty()) {
            types.addAll(List.of(
                    ProblemType.MALFORMED, ProblemType.TOO_SLOW, ProblemType.TOO_LARGE, ProblemType.WRONG_MEDIA_TYPE));
        }
        if (place.method().equals("POST")) {
            types.addAll(List.of(
                    ProblemType.IDEMPOTENCY_KEY_INVALID,
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    ProblemType.CONFLICT,
                    ProblemType.ARCHIVE_UNAVAILABLE,
                    ProblemType.STORAGE_FULL));
        }
        if (call.evaluates()) {
            types.add(ProblemType.EVALUATION_LIMIT);
        }
        if (call.archive() != Operation.Archive.NO) {
            types.add(ProblemType.ARCHIVE_UNAVAILABLE);
        }
        if (call.archive() == Operation.Archive.WRITES) {
            types.add(ProblemType.STORAGE_FULL);
        }
        return List.copyOf(types);
    }
}
