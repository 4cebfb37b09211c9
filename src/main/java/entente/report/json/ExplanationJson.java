package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.report.json.AssessmentJson.LedgerLine;
import entente.report.wording.SuppositionText;
import java.util.List;
import java.util.Optional;

/** The ledger of one scenario as JSON, its rows as in the assessment. */
public record ExplanationJson(
        ScenarioVersion scenario,
        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        RuleBookVersion rules,
        List<LedgerLine> ledger) {

    public static final ResultDocument<Explanation> DOCUMENT = new ResultDocument<>(
            "explanation",
            "explanation",
            "What entente explain --format json writes: the ledger of one scenario, or the rows of one card.",
            RecordType.of(ExplanationJson.class, ExplanationJson::of));

    /** @param rule the card whose rows are written; all rows if empty */
    public record Explanation(Assessment assessment, Optional<String> rule) {

        public List<LedgerRow> rows() {
            return assessment.ledger().stream()
                    .filter(row -> rule.isEmpty() || row.rule().cardId().equals(rule.get()))
                    .toList();
        }
    }

    record ScenarioVersion(
            @Described(kind = Kind.ID) String id,
            @Described(kind = Kind.DIGEST) String sha256) {}

    private static ExplanationJson of(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        Scenario scenario = assessment.scenario();
        return new ExplanationJson(
                new ScenarioVersion(scenario.id(), scenario.sha256()),
                SuppositionText.plain(assessment),
                assessment.provenance().rules(),
                explanation.rows().stream()
                        .map(row -> LedgerLine.of(row, assessment.catalogue()))
                        .toList());
    }
}
