package entente.quality.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.RuleCondition;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Provenance.RuleBookVersion;
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

/** Results of the cases of a rule book. */
@JsonPropertyOrder({"rules", "cases", "held", "failed"})
public record CaseReport(
        RuleBookVersion rules,
        @Described("By file name, then in file order.") List<CaseResult> results,

        @Described("Invalid case files, which were not run.")
        List<RefusedFile> refused,

        @Described("Rules and thresholds that no case covers; absent if only some cases were run.")
        Optional<List<Gap>> gaps) {

    @Described
    public int cases() {
        return results.size();
    }

    @Described
    public int held() {
        return cases() - failedCount();
    }

    @JsonProperty("failed")
    @Described
    public int failedCount() {
        return failed().size();
    }

    /**
     * A rule that fires in no case, or a threshold of one that does: a condition that in no case is the only one that
     * keeps it from firing.
     */
    public record Gap(
            @Described(kind = Kind.ID) String rule,

            @Described("A condition that in no case alone keeps the rule from firing; absent if it fires in none.")
            Optional<RuleCondition> condition) {}

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
