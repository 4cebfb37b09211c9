package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which version a change is made from.
 *
 * @param ifMatch the header of that name
 * @param ifNoneMatchAny whether {@code If-None-Match: *} was sent
 */
record Precondition(Optional<String> ifMatch, boolean ifNoneMatchAny) {

    /**
     * @throws ProblemException when nothing is said, or something else than what is there
     */
    void check(Optional<StoredScenario> current) {
        if (ifMatch.isEmpty() && !ifNoneMatchAny) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that you change, or If-None-Match: * for a new scenario.");
        }
        if (ifNoneMatchAny && current.isPresent()) {
            throw ProblemException.of(ProblemType.STALE, "There is a scenario of this id already.");
        }
        if (ifMatch.isPresent() && !matches(ifMatch.get().strip(), current)) {
            throw stale();
        }
    }

    static ProblemException stale() {
        return ProblemException.of(
                ProblemType.STALE, "The scenario has changed, or gone, since this version of it was read.");
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
