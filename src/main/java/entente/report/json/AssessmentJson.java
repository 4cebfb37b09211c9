package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.model.assessment.Assessment.DataNoteInUse;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule.Weight;
import entente.report.json.ScenarioVerdict.InWords;
import entente.report.wording.CaveatText;
import entente.report.wording.OutlookText;
import entente.report.wording.SuppositionText;
import entente.report.wording.SuppositionText.Supposed;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An assessment as JSON. */
public record AssessmentJson(
        AssessedScenario scenario,
        AssessmentProvenance provenance,
        WordedVerdict verdict,
        WordedConfidence confidence,
        PointBalance points,
        List<ReferenceClassVerdict> outsideView,
        List<GroupResult> groups,
        List<LedgerLine> ledger,

        @Described("Readings that are assumed, supposed to be unknown, or given by probabilities without a source.")
        List<Supposition> suppositions,

        ChangedAssumptions assumptions,
        List<IntervalReduction> findOutNext,
        Path path,

        @Described("For each group with points in the balance, in the order of the catalogue.")
        List<Counterfactual> counterfactuals,

        LeastChanges changes,

        @Described(value = "Unrated indicators.", kind = Kind.ID)
        List<String> gaps,

        List<WarningInWords> warnings,
        @Described("Notes on doubtful data.") List<DataNoteInUse> notes) {

    /** With the terms of the default scale; the schema is the same for all. */
    public static final ResultDocument<Assessment> DOCUMENT = document(LikelihoodScale.ICD203);

    public static ResultDocument<Assessment> document(LikelihoodScale scale) {
        return new ResultDocument<>(
                "assessment",
                "assessment",
                "What entente assess --format json and ndjson write.",
                RecordType.of(AssessmentJson.class, assessment -> of(assessment, scale)));
    }

    private static AssessmentJson of(Assessment assessment, LikelihoodScale scale) {
        return new AssessmentJson(
                AssessedScenario.of(assessment.scenario()),
                new AssessmentProvenance(assessment.provenance(), Provenance.SCHEMA, Optional.empty()),
                WordedVerdict.of(assessment, scale),
                new WordedConfidence(assessment.confidence(), VerdictSentences.confidence(assessment)),
                assessment.balance(),
                assessment.outsideView(),
                assessment.groups(),
                assessment.ledger().stream()
                        .map(row -> LedgerLine.of(row, assessment.catalogue()))
                        .toList(),
                SuppositionText.of(assessment).stream().map(Supposition::of).toList(),
                new ChangedAssumptions(assessment.assumptions()),
                assessment.findOutNext(),
                new Path(assessment.outlook().path(), OutlookText.steps(assessment)),
                assessment.outlook().counterfactuals(),
                new LeastChanges(assessment.outlook().up(), assessment.outlook().down()),
                assessment.gaps(),
                assessment.warnings().stream()
                        .map(warning -> WarningInWords.of(warning, assessment.catalogue()))
                        .toList(),
                assessment.notes());
    }

    record AssessedScenario(
            @Described(kind = Kind.ID) String id,
            String title,

            @JsonInclude @Described("The date that the scenario describes; null where it names none.")
            Optional<LocalDate> asOf,

            @Described(kind = Kind.HORIZON) int horizonYears,

            @Described(value = "Digest of the resolved scenario in its canonical form.", kind = Kind.DIGEST)
            String sha256,

            @Described("The scenario with its parents and overrides applied: itself a scenario file.")
            RecordType.ScenarioFile resolved) {

        private static AssessedScenario of(Scenario scenario) {
            return new AssessedScenario(
                    scenario.id(),
                    scenario.title(),
                    scenario.asOf(),
                    scenario.horizonYears(),
                    scenario.sha256(),
                    new RecordType.ScenarioFile(scenario.resolved()));
        }
    }

    record AssessmentProvenance(
            @JsonUnwrapped Provenance provenance,
            @Described("Version of this form.") String schema,

            @JsonInclude @Described("Null: an assessment is deterministic.")
            Optional<Integer> seed) {}

    record WordedVerdict(
            @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
            @JsonUnwrapped InWords words,

            @Described(
                    "The expected relationship, the treaty in force and the flags in sentences, the same in every medium.")
            String relationshipStatement,

            LikelihoodOnScale likelihood,
            ExactInterval interval,

            @JsonInclude @Described("Null where too little is rated to name one.")
            Optional<Relationship> relationship,

            @JsonUnwrapped Verdict verdict) {

        private static WordedVerdict of(Assessment assessment, LikelihoodScale scale) {
            Verdict verdict = assessment.verdict();
            return new WordedVerdict(
                    SuppositionText.plain(assessment),
                    InWords.of(new VerdictSentences(assessment, scale)),
                    Wording.plain(String.join(" ", VerdictSentences.relationship(assessment))),
                    LikelihoodOnScale.of(verdict.likelihood(), scale),
                    new ExactInterval(
                            verdict.interval(),
                            verdict.interval().bands(),
                            verdict.interval().exact()),
                    verdict.relationship(),
                    verdict);
        }
    }

    record LikelihoodOnScale(
            @Described("Likelihood of an alliance.") Percent percent,
            Band band,
            @Described("The term for it on the scale.") String term,

            @Described(value = "The percentages that the term stands for.", kind = Kind.PERCENT)
            List<Integer> range,

            LikelihoodScale scale) {

        private static LikelihoodOnScale of(Percent percent, LikelihoodScale scale) {
            LikelihoodScale.Word word = scale.term(percent);
            return new LikelihoodOnScale(percent, percent.band(), word.term(), List.of(word.from(), word.to()), scale);
        }
    }

    @Described("The likelihood over all completions of the unrated indicators.")
    record ExactInterval(
            @JsonUnwrapped Interval ends,
            List<Band> bands,

            @Described("False for an outer bound: too many completions to try each.")
            boolean exact) {}

    record WordedConfidence(@JsonUnwrapped Confidence confidence, String statement) {}

    /** A row of the ledger. */
    record LedgerLine(
            @Described(kind = Kind.ID) String rule,
            @Described(kind = Kind.ID) String group,
            String claim,

            @Described(
                    value = "The card of which the rule is a step; absent for a rule that is a card.",
                    kind = Kind.ID)
            Optional<String> card,

            @Described("The grade of the first condition with which the step begins.")
            Optional<Grade> step,

            LedgerStatus status,

            @Described("Points of the rule, or those it would have if it fired; 0 if it is disabled. Those of a"
                    + " step are what it adds to the step before it.")
            Points alliancePoints,

            Points partnershipPoints,

            @JsonInclude @Described("Weight for the alliance on the rule's card; null for none.")
            Optional<Weight> allianceWeight,

            @JsonInclude @Described("Weight for the partnership; null for none.")
            Optional<Weight> partnershipWeight,

            @Described(kind = Kind.CITATION) List<String> cites,

            @JsonInclude @Described("What the claim assumes beyond the article; null for nothing.")
            Optional<String> projectAssumption,

            @JsonInclude @Described(value = "The first rule that overrides it; null for none.", kind = Kind.ID)
            Optional<String> overriddenBy,

            List<LedgerCondition> conditions) {

        static LedgerLine of(LedgerRow row, Catalogue catalogue) {
            return new LedgerLine(
                    row.rule().id(),
                    row.rule().group(),
                    row.rule().claim(),
                    row.rule().card(),
                    row.rule().step(),
                    row.status(),
                    row.alliancePoints(),
                    row.partnershipPoints(),
                    row.rule().alliance(),
                    row.rule().partnership(),
                    row.rule().cites(),
                    row.rule().projectAssumption(),
                    row.overriddenBy(),
                    row.conditions().stream()
                            .map(result -> LedgerCondition.of(result, catalogue))
                            .toList());
        }
    }

    record LedgerCondition(
            @JsonUnwrapped ConditionResult result,

            @Described("Unit of the threshold, the reading and the distance.")
            String unit) {

        private static LedgerCondition of(ConditionResult result, Catalogue catalogue) {
            return new LedgerCondition(
                    result, catalogue.indicator(result.condition().indicator()).unit());
        }
    }

    record Supposition(
            @Described(kind = Kind.ID) String indicator,
            @Described("What it is taken to be, in words.") String words) {

        private static Supposition of(Supposed supposed) {
            return new Supposition(supposed.indicator().id(), Wording.plain(supposed.words()));
        }
    }

    record ChangedAssumptions(List<AssumptionChange> changed) {}

    @Described("The likelihood step by step.")
    record Path(
            @JsonUnwrapped LikelihoodPath figures,

            @Described("The same in words, from the base rate.")
            List<String> steps) {}

    @Described(
            "The least changes of a single reading that lead to another band: fewest grades, then the largest effect.")
    record LeastChanges(
            @Described("To a higher band.") List<SingleChange> up,
            @Described("To a lower band.") List<SingleChange> down) {}

    record WarningInWords(
            Warning.Kind code,
            @Described(kind = Kind.POINTER) String pointer,
            String detail) {

        private static WarningInWords of(Warning warning, Catalogue catalogue) {
            return new WarningInWords(warning.kind(), warning.pointer(), CaveatText.plain(warning, catalogue));
        }
    }
}
