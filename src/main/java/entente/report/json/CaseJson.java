package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.assessment.Provenance.RuleBookVersion;
import entente.quality.cases.CaseFiles.RefusedFile;
import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase.CaseResult;
import entente.quality.cases.RuleCase.FailedExpectation;
import java.util.Optional;

/** Results of the cases of a rule book as JSON. */
public final class CaseJson {

    private static final Form<FailedExpectation> FAILURE = Form.<FailedExpectation>named("failedExpectation")
            .required(
                    "pointer",
                    POINTER,
                    "Location in the case file.",
                    failure -> failure.expectation().pointer())
            .optional("given", TEXT, FailedExpectation::given)
            .described("The readings in question, as id=value, separated by blanks.")
            .required("expectation", TEXT, failure -> failure.expectation().member())
            .described("The failed member of expect.")
            .optional("rule", ID, failure -> failure.expectation().rule())
            .described("Absent if it concerns the verdict as a whole.")
            .required("expected", TEXT, failure -> failure.expectation().expected())
            .described("In the terms of an assessment.")
            .required("got", TEXT, FailedExpectation::actual);

    private static final Form<CaseResult> RESULT = Form.<CaseResult>named("caseResult")
            .required("case", TEXT, CaseResult::id)
            .described("File name without extension; in a file of several cases, followed by a slash and the case.")
            .required("sentence", TEXT, CaseResult::sentence)
            .required("holds", BOOLEAN, CaseResult::passed)
            .required("failures", list(FAILURE), CaseResult::failures);

    private static final Form<RefusedFile> REFUSED = Form.<RefusedFile>named("refusedCaseFile")
            .required("file", TEXT, RefusedFile::name)
            .required("errors", list(CommonForms.PROBLEM, "minItems", 1), RefusedFile::problems);

    private static final Form<CaseReport.Gap> GAP = Form.<CaseReport.Gap>named("caseGap")
            .required("rule", ID, CaseReport.Gap::rule)
            .optional("condition", CommonForms.CONDITION, CaseReport.Gap::condition)
            .described("A condition that in no case alone keeps the rule from firing; absent if it fires in none.");

    public static final ResultDocument<CaseReport> DOCUMENT = new ResultDocument<>(
            "rules-test",
            "cases of a rule book",
            "What entente rules test --format json writes: whether a rule book meets the expectations of its cases.",
            Form.<CaseReport>named("caseReport")
                    .required(
                            "rules",
                            CommonForms.RULE_BOOK_VERSION,
                            report ->
                                    new RuleBookVersion(report.rulesVersion(), report.rulesSha256(), Optional.empty()))
                    .required("cases", COUNT, report -> report.results().size())
                    .required(
                            "held",
                            COUNT,
                            report -> report.results().size() - report.failed().size())
                    .required("failed", COUNT, report -> report.failed().size())
                    .required("results", list(RESULT), "By file name, then in file order.", CaseReport::results)
                    .required("refused", list(REFUSED), CaseReport::refused)
                    .described("Invalid case files, which were not run.")
                    .optional("gaps", list(GAP), CaseReport::gaps)
                    .described("Rules and thresholds that no case covers; absent if only some cases were run."));

    private CaseJson() {}
}
