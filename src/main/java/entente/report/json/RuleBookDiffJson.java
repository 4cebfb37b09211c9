package entente.report.json;

import static entente.report.json.CommonForms.RULE_BOOK_VERSION;
import static entente.report.json.JsonTypes.*;
import static entente.report.json.ResultDocuments.RULE;

import entente.model.assessment.Provenance.RuleBookVersion;
import entente.quality.diff.ParameterChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.IntervalChange;
import entente.quality.diff.RuleEdit;
import java.util.List;

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

    private static final Form<RuleBookDiff.Shift> SHIFT = Form.<RuleBookDiff.Shift>named("shift")
            .required("scenario", ID, shift -> shift.first().scenario().id())
            .required("sha256", DIGEST, shift -> shift.first().scenario().sha256())
            .required("flips", BOOLEAN, "Whether band or relationship differ.", RuleBookDiff.Shift::flipsVerdict)
            .required("before", VerdictForms.VERDICT, RuleBookDiff.Shift::first)
            .required("after", VerdictForms.VERDICT, RuleBookDiff.Shift::second)
            .required("interval", choice(IntervalChange.values()), RuleBookDiff.Shift::intervalChange)
            .described("Whether the interval of the second book is wider.")
            .required("sharesOf", choice(List.of("RULES", "GROUPS")), shift -> shift.byGroup() ? "GROUPS" : "RULES")
            .described("GROUPS if the changed rules were too many to separate.")
            .required("likelihood", CommonForms.SHARE_OF_PERCENT, RuleBookDiff.Shift::likelihood)
            .described(
                    "The shift of the likelihood, with the shares of rules (or groups), weights, ceilings, cutPoints and baseRates.")
            .required("partnership", CommonForms.SHARE_OF_POINTS, RuleBookDiff.Shift::depth)
            .described("The shift of the partnership, divided in the same way.");

    public static final ResultDocument<RuleBookDiff> DOCUMENT = new ResultDocument<>(
            "rules-diff",
            "difference of rule books",
            "What entente rules diff --format json writes: how two rule books differ, and the effect on scenarios.",
            Form.<RuleBookDiff>named("ruleBookDiff")
                    .required("first", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.first()))
                    .required("second", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.second()))
                    .required("added", list(RULE), "Rules of the second book only.", RuleBookDiff::added)
                    .required("removed", list(RULE), "Rules of the first book only.", RuleBookDiff::removed)
                    .required("changed", list(EDIT), RuleBookDiff::changed)
                    .required("figures", list(PARAMETER), RuleBookDiff::parameters)
                    .described("Numbers that differ, as text; a dash where a book has none.")
                    .required("scenarios", list(SHIFT, "minItems", 1), RuleBookDiff::shifts)
                    .described("The largest shift of likelihood first."));

    private RuleBookDiffJson() {}
}
