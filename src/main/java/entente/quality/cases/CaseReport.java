package entente.quality.cases;

import entente.model.RuleCondition;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseFiles.RefusedFile;
import entente.quality.cases.RuleCase.CaseResult;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Results of the cases of a rule book.
 *
 * @param refused invalid files, which were not run
 * @param gaps what no case covers; empty if only some of the cases were run
 */
public record CaseReport(
        String rulesVersion,
        String rulesSha256,
        List<CaseResult> results,
        List<RefusedFile> refused,
        Optional<List<Gap>> gaps) {

    /**
     * A rule that fires in no case, or a threshold of one that does: a condition that in no case is the only one that
     * keeps it from firing.
     */
    public record Gap(String rule, Optional<RuleCondition> condition) {}

    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** The rules and thresholds that no case covers, in rule book order. */
    public static List<Gap> gaps(RuleBook book, Assessor assessor, List<RuleCase> cases) {
        Set<Gap> covered = new LinkedHashSet<>();
        cases.stream()
                .flatMap(one -> one.situations().stream())
                .flatMap(situation -> assessor.pointAssessment(situation.scenario()).ledger().stream())
                .forEach(row -> covered.addAll(covered(row)));
        List<Gap> gaps = new ArrayList<>();
        for (Rule rule : book.rules()) {
            Gap whole = new Gap(rule.id(), Optional.empty());
            if (!covered.contains(whole)) {
                gaps.add(whole);
                continue;
            }
            rule.conditions().stream()
                    .map(condition -> new Gap(rule.id(), Optional.of(condition)))
                    .filter(threshold -> !covered.contains(threshold))
                    .forEach(gaps::add);
        }
        return gaps;
    }

    private static List<Gap> covered(LedgerRow row) {
        if (row.fired()) {
            return List.of(new Gap(row.rule().id(), Optional.empty()));
        }
        List<ConditionResult> failed =
                row.conditions().stream().filter(result -> !result.met()).toList();
        return failed.size() == 1 && !failed.get(0).unknown()
                ? List.of(new Gap(row.rule().id(), Optional.of(failed.get(0).condition())))
                : List.of();
    }
}
