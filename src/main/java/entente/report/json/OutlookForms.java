package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.assessment.Assessment;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.report.wording.OutlookText;

/** How a likelihood comes about, and what it would be under other circumstances, as JSON. */
final class OutlookForms {

    private static final Form<LikelihoodPath> FIGURES = Form.<LikelihoodPath>named("pathFigures")
            .required("basePercent", PERCENT, "The base rate.", LikelihoodPath::basePercent)
            .required("driversOnlyPercent", LIKELIHOOD, LikelihoodPath::driversOnly)
            .described("With every barrier switched off, before the ceilings.")
            .required("driversUnderCeilingPercent", LIKELIHOOD, LikelihoodPath::driversUnderCeiling)
            .described("The same under the ceilings, as --without barriers gives it.")
            .required("percent", LIKELIHOOD, "With the barriers: the verdict.", LikelihoodPath::likelihood)
            .required("driverPoints", POINTS, "What the drivers add to the base rate.", LikelihoodPath::driverPoints)
            .required("barrierPoints", POINTS, LikelihoodPath::barrierPoints)
            .described("What the barriers add to both, before the ceilings.");

    static final Form<Assessment> PATH = Form.<Assessment>named("path", "The likelihood step by step.")
            .including(FIGURES, assessment -> assessment.outlook().path())
            .required("steps", list(TEXT, "minItems", 1), "The same in words, from the base rate.", OutlookText::steps);

    static final Form<Counterfactual> COUNTERFACTUAL = Form.<Counterfactual>named("counterfactual")
            .required("group", ID, Counterfactual::group)
            .required("withoutPercent", LIKELIHOOD, Counterfactual::likelihood)
            .described("The likelihood without the group, as --without gives it.")
            .required("band", CommonForms.BAND, without -> without.likelihood().band());

    private static final Form<SingleChange> CHANGE = Form.<SingleChange>named("singleChange")
            .required("move", FlipJson.MOVE, SingleChange::move)
            .required("percent", LIKELIHOOD, "The likelihood with the nearest value.", SingleChange::likelihood)
            .required("band", CommonForms.BAND, change -> change.likelihood().band())
            .described("The band with any value in the range.")
            .required("lowestPercent", LIKELIHOOD, "The lowest likelihood over the range.", SingleChange::lowest)
            .required("highestPercent", LIKELIHOOD, "The highest likelihood over the range.", SingleChange::highest);

    static final Form<Outlook> CHANGES = Form.<Outlook>named(
                    "changes",
                    "The least changes of a single reading that lead to another band: fewest grades, then the largest effect.")
            .required("up", list(CHANGE, "maxItems", Outlook.MOST_CHANGES), "To a higher band.", Outlook::up)
            .required("down", list(CHANGE, "maxItems", Outlook.MOST_CHANGES), "To a lower band.", Outlook::down);

    private OutlookForms() {}
}
