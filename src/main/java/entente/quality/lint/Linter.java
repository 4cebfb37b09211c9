package entente.quality.lint;

import entente.model.rule.RuleBookLocation;
import entente.quality.lint.LintReport.LintFinding;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBookLocations.LintSuppression;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Static checks of rule books. Faults that prevent loading are reported as they are. Grades are few, so errors are
 * proved over all graded scenarios.
 */
public final class Linter {

    /**
     * A file that is generated from a rule book.
     *
     * @param name path relative to the folder of the book
     * @param command the command that writes it
     * @param content what it contains
     * @param expected what the command writes now
     */
    public record GeneratedFile(String name, String command, String content, String expected) {

        /** The first line that differs, from 1; 0 if none does. */
        int firstDifference() {
            return Arrays.mismatch(content.lines().toArray(), expected.lines().toArray()) + 1;
        }
    }

    private static final int MIN_REASON_WORDS = 3;

    private Linter() {}

    /** Checks a loaded rule book and the files generated from it. */
    public static LintReport lint(LoadedRuleBook open, RuleBookLocations locations, List<GeneratedFile> generated) {
        LintContext context = LintContext.of(open.book(), open.inventory(), locations);
        new SourceChecks(context).check(generated);
        return lint(context, open.tables());
    }

    static LintReport lint(LintContext context, TruthTables tables) {
        RuleBookLocations locations = context.locations();
        new ConditionChecks(context).check();
        new SignChecks(context).check();
        new EffectChecks(context, tables).check();
        return new LintReport(
                Optional.of(context.book()),
                List.of(),
                withSuppressions(context.findings(), locations.suppressions(), context).stream()
                        .filter(finding -> !locations.inSharedCatalogue(finding.location()))
                        .sorted()
                        .toList());
    }

    /** The report on a rule book that does not load. */
    public static LintReport invalid(List<RuleBookFault> faults) {
        return new LintReport(
                Optional.empty(),
                faults.stream()
                        .map(f -> new LintReport.Fault(f.code(), new RuleBookLocation(f.file(), f.line()), f.detail()))
                        .toList(),
                List.of());
    }

    /** Suppressed findings become notes, unused suppressions become findings. */
    private static List<LintFinding> withSuppressions(
            List<LintFinding> findings, List<LintSuppression> suppressions, LintContext context) {
        List<LintFinding> result = new ArrayList<>();
        for (LintFinding finding : findings) {
            result.add(finding.withAllowed(suppressions.stream()
                    .filter(p -> unusedReason(p, findings, context).isEmpty() && appliesTo(p, finding, context))
                    .map(LintSuppression::reason)
                    .findFirst()));
        }
        for (LintSuppression suppression : suppressions) {
            unusedReason(suppression, findings, context)
                    .ifPresent(why -> result.add(new LintFinding(
                            LintCode.IDLE_PERMISSION,
                            suppression.location(),
                            suppression.subject(),
                            List.of(suppression.code(), why),
                            Optional.empty())));
        }
        return result;
    }

    /** A finding on a pair may be allowed on the card of either rule if the other one is named. */
    private static boolean appliesTo(LintSuppression suppression, LintFinding finding, LintContext context) {
        if (!suppression.code().equals(finding.code().name())) {
            return false;
        }
        String subject = suppression.subject();
        String found = context.card(finding.subject());
        List<String> facts = finding.facts().stream().map(context::card).toList();
        return suppression
                .other()
                .map(other -> (found.equals(subject) && facts.contains(other))
                        || (found.equals(other) && facts.contains(subject)))
                .orElseGet(() -> found.equals(subject));
    }

    /** Why a suppression has no effect. */
    private static Optional<String> unusedReason(
            LintSuppression suppression, List<LintFinding> findings, LintContext context) {
        if (Arrays.stream(LintCode.values()).noneMatch(c -> c.name().equals(suppression.code()))) {
            return Optional.of("UNKNOWN_CODE");
        }
        if (suppression.code().equals(LintCode.AGAINST_SIGN.name())) {
            return Optional.of("NEVER_ALLOWED");
        }
        if (findings.stream().noneMatch(finding -> appliesTo(suppression, finding, context))) {
            return Optional.of("NOTHING_FOUND");
        }
        return wordCount(suppression.reason()) < MIN_REASON_WORDS ? Optional.of("NO_REASON") : Optional.empty();
    }

    /** Whether a reason has some words after the colon. */
    static boolean isReason(String reason) {
        return wordCount(reason) >= MIN_REASON_WORDS;
    }

    /** The number of words after the colon. */
    static int wordCount(String reason) {
        String text = reason.substring(reason.indexOf(':') + 1).strip();
        return text.isEmpty() ? 0 : text.split("\\s+", -1).length;
    }
}
