package entente.report.json;

import static entente.report.json.CommonForms.RULE_BOOK_VERSION;
import static entente.report.json.JsonTypes.*;
import static entente.report.json.ResultDocuments.RULE;

import entente.model.assessment.Provenance.RuleBookVersion;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.ParameterChange;
import entente.quality.diff.RuleBookDiff.RuleEdit;
import entente.quality.diff.RuleBookDiff.VerdictChange;

/** The difference between two rule books as JSON. */
public final class RuleBookDiffJson {

    private static final Form<RuleEdit> EDIT = Form.<RuleEdit>named("ruleEdit")
            .required("rule", ID, edit -> edit.after().id())
            .required("fields", list(choice(RuleEdit.Field.values()), "minItems", 1), RuleEdit::fields)
            .described("Fields that differ.")
            .required("before", RULE, RuleEdit::before)
            .required("after", RULE, RuleEdit::after);

    private static final Form<ParameterChange> PARAMETER = Form.<ParameterChange>named("parameterChange")
            .required("path", TEXT, ParameterChange::path)
            .required("before", TEXT, ParameterChange::before)
            .required("after", TEXT, ParameterChange::after);

    private static final Form<VerdictChange> VERDICT = Form.<VerdictChange>named("verdictChange")
            .required("scenario", ID, change -> change.before().scenario().id())
            .required("sha256", DIGEST, change -> change.before().scenario().sha256())
            .required("flips", BOOLEAN, "Whether band or relationship differ.", VerdictChange::flips)
            .required("before", VerdictForms.VERDICT, VerdictChange::before)
            .required("after", VerdictForms.VERDICT, VerdictChange::after);

    public static final ResultDocument<RuleBookDiff> DOCUMENT = new ResultDocument<>(
            "rules-diff",
            "difference of rule books",
            "What entente rules diff --format json writes: how two rule books differ, and the verdicts under each.",
            Form.<RuleBookDiff>named("ruleBookDiff")
                    .required("first", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.first()))
                    .required("second", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.second()))
                    .required("added", list(RULE), "Rules of the second book only.", RuleBookDiff::added)
                    .required("removed", list(RULE), "Rules of the first book only.", RuleBookDiff::removed)
                    .required("changed", list(EDIT), RuleBookDiff::changed)
                    .required("figures", list(PARAMETER), RuleBookDiff::parameters)
                    .described("Numbers that differ, as text; a dash where a book has none.")
                    .required("scenarios", list(VERDICT, "minItems", 1), RuleBookDiff::verdicts)
                    .described("Verdicts that flip first, then the largest shift of likelihood."));

    private RuleBookDiffJson() {}
}
