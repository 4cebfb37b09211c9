package entente.quality.lint;

import entente.rulebook.RuleBookLocations.LintSuppression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies the suppressions of a rule book: suppressed findings become notes, unused suppressions become findings. */
final class LintSuppressions {

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
            unusedReason(suppression, findings)
                    .ifPresent(why -> result.add(new LintFinding(
                            LintCode.IDLE_PERMISSION,
                            suppression.location(),
                            suppression.subject(),
                            List.of(suppression.code(), why),
                            Optional.empty())));
        }
        return result;
    }

    private static boolean appliesTo(LintSuppression suppression, LintFinding finding) {
        return suppression.code().equals(finding.code().name())
                && suppression.subject().equals(finding.subject());
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
            return Optional.of("NOTHING_FOUND");
        }
        return CardChecks.wordCount(suppression.reason()) < 3 ? Optional.of("NO_REASON") : Optional.empty();
    }
}
