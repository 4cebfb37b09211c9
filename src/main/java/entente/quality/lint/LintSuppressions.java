package entente.quality.lint;

import entente.rulebook.RuleBookLocations.LintSuppression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies the suppressions of a rule book: suppressed findings become notes, unused suppressions become findings. */
final class LintSuppressions {

    private static final String NOTHING_FOUND = "NOTHING_FOUND";

    private LintSuppressions() {}

    static List<LintFinding> apply(List<LintFinding> findings, List<LintSuppression> suppressions) {
        List<LintFinding> result = new ArrayList<>();
        for (LintFinding finding : findings) {
            result.add(finding.withAllowed(suppressions.stream()
                    .filter(p -> unusedReason(p, findings).isEmpty() && appliesTo(p, finding))
                    .map(LintSuppression::reason)
                    .findFirst()));
        }
        for (LintSuppression suppression : suppressions) {
            unusedReason(suppression, findings).ifPresent(why -> result.add(unused(suppression, why)));
        }
        return result;
    }

    /** An outdated contradiction is an error: the card states an opposition that the rules do not have. */
    private static LintFinding unused(LintSuppression suppression, String why) {
        boolean outdated = why.equals(NOTHING_FOUND) && suppression.code().equals(LintCode.CONTRADICTION.name());
        return new LintFinding(
                outdated ? LintCode.OUTDATED_CONTRADICTION : LintCode.IDLE_PERMISSION,
                suppression.location(),
                suppression.subject(),
                outdated ? List.of(suppression.other().orElse("another rule")) : List.of(suppression.code(), why),
                Optional.empty());
    }

    /** A finding on a pair may be allowed on the card of either rule if the other one is named. */
    private static boolean appliesTo(LintSuppression suppression, LintFinding finding) {
        if (!suppression.code().equals(finding.code().name())) {
            return false;
        }
        String subject = suppression.subject();
        return suppression
                .other()
                .map(other -> (finding.subject().equals(subject)
                                && finding.facts().contains(other))
                        || (finding.subject().equals(other) && finding.facts().contains(subject)))
                .orElseGet(() -> finding.subject().equals(subject));
    }

    /** Why a suppression has no effect. */
    private static Optional<String> unusedReason(LintSuppression suppression, List<LintFinding> findings) {
        if (Arrays.stream(LintCode.values()).noneMatch(c -> c.name().equals(suppression.code()))) {
            return Optional.of("UNKNOWN_CODE");
        }
        if (suppression.code().equals(LintCode.AGAINST_SIGN.name())) {
            return Optional.of("NEVER_ALLOWED");
        }
        if (findings.stream().noneMatch(finding -> appliesTo(suppression, finding))) {
            return Optional.of(NOTHING_FOUND);
        }
        return CardChecks.wordCount(suppression.reason()) < 3 ? Optional.of("NO_REASON") : Optional.empty();
    }
}
