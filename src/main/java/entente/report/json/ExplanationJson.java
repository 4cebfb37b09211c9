package entente.report.json;

import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.report.json.LedgerForms.InCatalogue;
import java.util.List;
import java.util.Optional;

/** The ledger of one scenario as JSON, its rows as in the assessment. */
public final class ExplanationJson {

    /** @param rule the only row to write; all rows if empty */
    public record Explanation(Assessment assessment, Optional<String> rule) {

        public List<LedgerRow> rows() {
            return assessment.ledger().stream()
                    .filter(row -> rule.isEmpty() || row.rule().id().equals(rule.get()))
                    .toList();
        }
    }

    private static final Form<Scenario> SCENARIO = Form.<Scenario>named("scenarioVersion")
            .required("id", ID, Scenario::id)
            .required("sha256", DIGEST, Scenario::sha256);

    public static final ResultDocument<Explanation> DOCUMENT = new ResultDocument<>(
            "explanation",
            "explanation",
            "What entente explain --format json writes: the ledger of one scenario, or the requested row.",
            Form.<Explanation>named("explanation")
                    .required(
                            "scenario",
                            SCENARIO,
                            explanation -> explanation.assessment().scenario())
                    .including(VerdictForms.SUPPOSITION, Explanation::assessment)
                    .required("rules", CommonForms.RULES.of(Assessment::provenance), Explanation::assessment)
                    .required(
                            "ledger",
                            LedgerForms.LEDGER,
                            explanation -> InCatalogue.all(
                                    explanation.rows(), explanation.assessment().catalogue())));

    private ExplanationJson() {}
}
