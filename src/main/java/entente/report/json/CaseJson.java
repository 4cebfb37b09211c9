package entente.report.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import entente.model.RuleCondition;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase;
import entente.quality.cases.RuleCase.Expectation;
import java.util.List;
import java.util.Optional;

/** Results of the cases of a rule book as JSON. */
public record CaseJson(
        RuleBookVersion rules,
        int cases,
        int held,
        int failed,
        @Described("By file name, then in file order.") List<CheckedCase> results,

        @Described("Invalid case files, which were not run.")
        List<RefusedCaseFile> refused,

        @Described("Rules and thresholds that no case covers; absent if only some cases were run.")
        Optional<List<CaseGap>> gaps) {

    public static final ResultDocument<CaseReport> DOCUMENT = new ResultDocument<>(
            "rules-test",
            "cases of a rule book",
            "What entente rules test --format json writes: whether a rule book meets the expectations of its cases.",
            RecordType.of(CaseJson.class, CaseJson::of));

    private static CaseJson of(CaseReport report) {
        int failed = report.failed().size();
        return new CaseJson(
                new RuleBookVersion(report.rulesVersion(), report.rulesSha256(), Optional.empty()),
                report.results().size(),
                report.results().size() - failed,
                failed,
                report.results().stream().map(CheckedCase::of).toList(),
                report.refused().stream()
                        .map(file -> new RefusedCaseFile(file.name(), file.problems()))
                        .toList(),
                report.gaps()
                        .map(gaps -> gaps.stream()
                                .map(gap -> new CaseGap(gap.rule(), gap.condition()))
                                .toList()));
    }

    record CheckedCase(
            @JsonProperty("case")
            @Described("File name without extension; in a file of several cases, followed by a slash and the case.")
            String id,

            String sentence,
            boolean holds,
            List<Failure> failures) {

        private static CheckedCase of(RuleCase.CaseResult result) {
            return new CheckedCase(
                    result.id(),
                    result.sentence(),
                    result.passed(),
                    result.failures().stream().map(Failure::of).toList());
        }
    }

    record Failure(
            @Described(value = "Location in the case file.", kind = Kind.POINTER)
            String pointer,

            @Described("The readings in question, as id=value, separated by blanks.")
            Optional<String> given,

            @Described("The failed member of expect.") String expectation,

            @Described(value = "Absent if it concerns the verdict as a whole.", kind = Kind.ID)
            Optional<String> rule,

            @Described("In the terms of an assessment.") String expected,
            String got) {

        private static Failure of(RuleCase.FailedExpectation failure) {
            Expectation of = failure.expectation();
            return new Failure(of.pointer(), failure.given(), of.member(), of.rule(), of.expected(), failure.actual());
        }
    }

    record RefusedCaseFile(String file, List<Problem> errors) {}

    record CaseGap(
            @Described(kind = Kind.ID) String rule,

            @Described("A condition that in no case alone keeps the rule from firing; absent if it fires in none.")
            Optional<RuleCondition> condition) {}
}
