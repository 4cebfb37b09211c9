package entente.report.json;

import static entente.report.json.CommonForms.RULE_BOOK_VERSION;
import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.RulesJson.RULE;

import entente.quality.diff.ParameterChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleEdit;
import entente.report.json.CommonForms.RuleBookVersion;
import entente.quality.diff.IntervalChange;
import java.util.List;

/** The difference between two rule books as JSON. */
public final class RuleBookDiffJson {

    private static final Form<RuleEdit> EDIT = Form.<RuleEdit>named("ruleEdit")
            .required("rule", ID, edit -> edit.after().id())
            .required(
                    "fields",
                    list(choice(RuleEdit.Field.values()), "minItems", 1),
                    "Fields that differ.",
                    RuleEdit::fields)
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
            .required(
                    "interval",
                    choice(IntervalChange.values()),
                    "Whether the interval of the second book is wider.",
                    RuleBookDiff.Shift::intervalChange)
            .required(
                    "sharesOf",
                    choice(List.of("RULES", "GROUPS")),
                    "GROUPS if the changed rules were too many to separate.",
                    shift -> shift.byGroup() ? "GROUPS" : "RULES")
            .required(
                    "likelihood",
                    ShareForms.PERCENTAGE_POINTS,
                    "The shift of the likelihood, with the shares of rules (or groups), weights, ceilings, cutPoints and baseRates.",
                    RuleBookDiff.Shift::likelihood)
            .required(
                    "partnership",
                    ShareForms.POINTS,
                    "The shift of the partnership, divided in the same way.",
                    RuleBookDiff.Shift::depth);

    static final ResultDocument<RuleBookDiff> DOCUMENT = new ResultDocument<>(
            "rules-diff",
            "difference of rule books",
            "What entente rules diff --format json writes: how two rule books differ, and the effect on scenarios.",
            Form.<RuleBookDiff>named("ruleBookDiff")
                    .required("first", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.first()))
                    .required("second", RULE_BOOK_VERSION, diff -> RuleBookVersion.of(diff.second()))
                    .required("added", list(RULE), "Rules of the second book only.", RuleBookDiff::added)
                    .required("removed", list(RULE), "Rules of the first book only.", RuleBookDiff::removed)
                    .required("changed", list(EDIT), RuleBookDiff::changed)
                    .required(
                            "figures",
                            list(PARAMETER),
                            "Numbers that differ, as text; a dash where a book has none.",
                            RuleBookDiff::parameters)
                    .required(
                            "scenarios",
                            list(SHIFT, "minItems", 1),
                            "The largest shift of likelihood first.",
                            RuleBookDiff::shifts));

    private RuleBookDiffJson() {}

    public static String write(RuleBookDiff diff) {
        return DOCUMENT.pretty(diff);
    }
}
