package entente.quality.lint;

import entente.rulebook.LintSuppression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the comments of a book allow is a note; a permission for nothing is a finding of its own. */
final class LintSuppressions {

    private LintSuppressions() {}

    /** Why a permission does not hold. */
    private enum Idle {
        UNKNOWN_CODE,
        NO_REASON,
        NEVER_ALLOWED,
        NOTHING_FOUND
    }

    static List<LintFinding> apply(List<LintFinding> findings, List<LintSuppression> permissions) {
        List<LintFinding> told = new ArrayList<>();
        for (LintFinding finding : findings) {
            Optional<String> allowed = permissions.stream()
                    .filter(p -> unusedReason(p, findings).isEmpty() && appliesTo(p, finding))
                    .map(LintSuppression::reason)
                    .findFirst();
            told.add(finding.withAllowed(allowed));
        }
        for (LintSuppression permission : permissions) {
            unusedReason(permission, findings)
                    .ifPresent(why -> told.add(new LintFinding(
                            LintCode.IDLE_PERMISSION,
                            permission.location(),
                            permission.subject(),
                            List.of(permission.code(), why.name()),
                            Optional.empty())));
        }
        return told;
    }

    private static boolean appliesTo(LintSuppression permission, LintFinding finding) {
        return permission.code().equals(finding.code().name())
                && permission.subject().equals(finding.subject());
    }

    private static Optional<Idle> unusedReason(LintSuppression permission, List<LintFinding> findings) {
        if (Arrays.stream(LintCode.values()).noneMatch(c -> c.name().equals(permission.code()))) {
            return Optional.of(Idle.UNKNOWN_CODE);
        }
        if (permission.code().equals(LintCode.AGAINST_SIGN.name())) {
            return Optional.of(Idle.NEVER_ALLOWED);
        }
        if (findings.stream().noneMatch(finding -> appliesTo(permission, finding))) {
            return Optional.of(Idle.NOTHING_FOUND);
        }
        return CardChecks.wordCount(permission.reason()) < 3 ? Optional.of(Idle.NO_REASON) : Optional.empty();
    }
}
