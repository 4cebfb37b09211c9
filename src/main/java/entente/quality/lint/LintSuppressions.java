package entente.quality.lint;

import entente.rulebook.RuleBookLocations.LintSuppression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies the suppressions of a rule book: suppressed findings become notes, unused suppressions become findings. */
final class LintSuppressions {

    private LintSuppressions() {}

    /** Why a suppression has no effect. */
    private enum UnusedReason {
        UNKNOWN_CODE,
        NO_REASON,
        NEVER_ALLOWED,
        NOTHING_FOUND
    }

    static List<LintFinding> apply(List<LintFinding> findings, List<LintSuppression> suppressions) {
        List<LintFinding> result = new ArrayList<>();
        for (LintFinding finding : findings) {
            Optional<String> allowed = suppressions.stream()
                    .filter(p -> unusedReason(p, findings).isEmpty() && appliesTo(p, finding))
                    .map(LintSuppression::reason)
                    .findFirst();
            result.add(finding.withAllowed(allowed));
        }
        for (LintSuppression suppression : suppressions) {
            unusedReason(suppression, findings)
                    .ifPresent(why -> result.add(new LintFinding(
                            LintCode.IDLE_PERMISSION,
                            suppression.location(),
                            suppression.subject(),
                            List.of(suppression.code(), why.name()),
                            Optional.empty())));
        }
        return result;
    }

    private static boolean appliesTo(LintSuppression suppression, LintFinding finding) {
        return suppression.code().equals(finding.code().name())
                && suppression.subject().equals(finding.subject());
    }

    private static Optional<UnusedReason> unusedReason(LintSuppression suppression, List<LintFinding> findings) {
        if (Arrays.stream(LintCode.values()).noneMatch(c -> c.name().equals(suppression.code()))) {
            return Optional.of(UnusedReason.UNKNOWN_CODE);
        }
        if (suppression.code().equals(LintCode.AGAINST_SIGN.name())) {
            return Optional.of(UnusedReason.NEVER_ALLOWED);
        }
        if (findings.stream().noneMatch(finding -> appliesTo(suppression, finding))) {
            return Optional.of(UnusedReason.NOTHING_FOUND);
        }
        return CardChecks.wordCount(suppression.reason()) < 3 ? Optional.of(UnusedReason.NO_REASON) : Optional.empty();
    }
}
