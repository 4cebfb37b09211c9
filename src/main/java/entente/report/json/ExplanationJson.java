package entente.report.json;

import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.json.CommonForms.RuleBookVersion;
import entente.report.json.LedgerForms.InCatalogue;
import java.util.Optional;

/** The ledger of one scenario as JSON, its rows as in the assessment. */
public final class ExplanationJson {

    private record Explanation(Assessment assessment, Optional<String> rule) {}

    private static final Form<Scenario> SCENARIO = Form.<Scenario>named("scenarioVersion")
            .required("id", ID, Scenario::id)
            .required("sha256", DIGEST, Scenario::sha256);

    static final ResultDocument<Explanation> DOCUMENT = new ResultDocument<>(
            "explanation",
            "explanation",
            "What entente explain --format json writes: the ledger of one scenario, or the requested row.",
            Form.<Explanation>named("explanation")
                    .required("scenario", SCENARIO, asked -> asked.assessment().scenario())
                    .required(
                            "rules",
                            CommonForms.RULE_BOOK_VERSION,
                            asked -> RuleBookVersion.of(asked.assessment().provenance()))
                    .required(
                            "ledger",
                            LedgerForms.LEDGER,
                            asked -> new InCatalogue<>(
                                    asked.assessment().ledger().stream()
                                            .filter(row -> asked.rule().isEmpty()
                                                    || row.rule()
                                                            .id()
                                                            .equals(asked.rule().get()))
                                            .toList(),
                                    asked.assessment().catalogue())));

    private ExplanationJson() {}

    /** @param rule the only row to write; all rows if empty */
    public static String write(Assessment assessment, Optional<String> rule) {
        return DOCUMENT.pretty(new Explanation(assessment, rule));
    }
}
