package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Arrays;
import java.util.Optional;

/**
 * The version that a change is based on.
 *
 * @param ifMatch the header of that name
 * @param ifNoneMatchAny whether {@code If-None-Match: *} was sent
 */
record Precondition(Optional<String> ifMatch, boolean ifNoneMatchAny) {

    /**
     * @throws ProblemException if neither is given, or the current version is another
     */
    void check(Optional<StoredScenario> current) {
        if (ifMatch.isEmpty() && !ifNoneMatchAny) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version to change, or If-None-Match: * for a new scenario.");
        }
        if (ifNoneMatchAny && current.isPresent()) {
            throw ProblemException.of(ProblemType.STALE, "A scenario with this id already exists.");
        }
        if (ifMatch.isPresent() && !matches(ifMatch.get().strip(), current)) {
            throw stale();
        }
    }

    static ProblemException stale() {
        return ProblemException.of(
                ProblemType.STALE, "The scenario was changed or deleted since this version was read.");
    }

    /** Strong comparison: a weak tag matches nothing. */
    private static boolean matches(String header, Optional<StoredScenario> current) {
        return current.isPresent()
                && (header.equals("*")
                        || Arrays.stream(header.split(","))
                                .anyMatch(
                                        tag -> tag.strip().equals(current.get().etag())));
    }
}
