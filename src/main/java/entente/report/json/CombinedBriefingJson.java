package entente.report.json;

import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.POSSIBLY_EMPTY_TEXT;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.list;

import entente.report.briefing.CombinedBriefing;
import entente.report.briefing.ComparedScenario;
import entente.report.briefing.ComparedScenario.Difference;
import entente.report.wording.Wording;

/** Several briefings in one document as JSON. */
public final class CombinedBriefingJson {

    private static final Form<Difference> DIFFERENCE = Form.<Difference>named("briefingDifference")
            .required("points", TEXT, "Percentage points with their sign.", Difference::points)
            .required("parts", list(TEXT), "Two of the largest parts by Shapley value.", Difference::parts);

    private static final Form<ComparedScenario> ROW = Form.<ComparedScenario>named("comparedScenario")
            .required("scenario", ID, ComparedScenario::scenario)
            .required("title", TEXT, ComparedScenario::title)
            .required("asOf", POSSIBLY_EMPTY_TEXT, "Date of the scenario in words.", ComparedScenario::asOf)
            .required("supposition", POSSIBLY_EMPTY_TEXT, row -> Wording.plain(row.supposition()))
            .described("What the scenario supposes, in one sentence; empty for nothing.")
            .required("likelihood", TEXT, "Short form of the verdict, and its words.", ComparedScenario::likelihood)
            .required("statement", TEXT, "The verdict in one sentence.", row -> Wording.plain(row.statement()))
            .required("interval", POSSIBLY_EMPTY_TEXT, "Empty if no reading is open.", ComparedScenario::interval)
            .required("relationship", TEXT, "The expected one.", ComparedScenario::relationship)
            .required("confidence", TEXT, ComparedScenario::confidence)
            .optional("difference", DIFFERENCE, "From the first scenario.", ComparedScenario::difference);

    public static final ResultDocument<CombinedBriefing> DOCUMENT = new ResultDocument<>(
            "combined-briefing",
            "combined briefing",
            "What entente brief --combined --format json writes: a comparison of scenarios, and the briefing of each.",
            Form.<CombinedBriefing>named("combinedBriefing")
                    .required("comparison", list(ROW), "The first is the reference.", CombinedBriefing::rows)
                    .required("briefings", list(BriefingJson.DOCUMENT.type()), CombinedBriefing::briefings));

    private CombinedBriefingJson() {}
}
