package entente.scoring;

import entente.model.Assumptions;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.BaseRateVariant;
import entente.model.assessment.Assessment.DataNoteInUse;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Ceiling;
import entente.model.rule.RuleBook;
import entente.rulebook.InferenceComparison;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.TruthTables;
import entente.scoring.Completions.OpenIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.Getter;

/** Assesses scenarios. The result depends on the scenario and the rule book only. */
public final class Assessor {

    @Getter
    private final RuleBook book;

    private final TruthTables tables;
    private final ScoringModel defaultModel;
    private final Optional<InferenceComparison> comparison;

    /** Reads the truth tables only. */
    public Assessor(LoadedRuleBook loaded) {
        this(loaded, Optional.empty());
    }

    /** @param comparison with which {@link #assess} also infers the rules that hold */
    public Assessor(LoadedRuleBook loaded, Optional<InferenceComparison> comparison) {
        this.comparison = comparison;
        this.book = loaded.book();
        this.tables = loaded.tables();
        this.defaultModel = new ScoringModel(book, tables, Assumptions.NONE);
    }

    /**
     * Assesses a validated scenario. Thread-safe.
     *
     * @throws IllegalStateException if Drools infers other rules than the truth tables
     */
    public Assessment assess(Scenario scenario) {
        ScoredScenario scored = scored(scenario);
        ScoringModel model = scored.model();
        GradedScenario graded = scored.graded();
        boolean[] satisfied = model.satisfiedRules(graded.grades());
        comparison.ifPresent(with -> with.compare(scenario.id(), graded.gradedReadings(), satisfied));
        Completions completions = new Completions(model, scored.base());
        PointAssessment point = pointAssessment(scored);
        List<OpenIndicator> openIndicators = openIndicators(scored);
        OutcomeRange range = completions.outcomeRange(graded, openIndicators, Question.values());
        Interval interval = range.interval();
        Verdict verdict = new Verdict(
                point.likelihood(),
                interval,
                point.relationship(),
                range.relationships(),
                point.commitment(),
                point.flags());
        ConfidenceFormula formula = new ConfidenceFormula(model);
        Confidence confidence = formula.of(scored, interval);
        return new Assessment(
                scenario,
                Provenance.of(book),
                verdict,
                confidence,
                point.balance(),
                outsideView(model, satisfied),
                new LedgerBuilder(model, scenario).groups(point.ledger()),
                point.ledger(),
                AssumptionChanges.of(scenario, book),
                new IntervalReductions(completions, graded, openIndicators, model.monotonicity(Question.ALLIANCE))
                        .findOutNext(interval),
                unratedIndicators(scenario),
                Warnings.of(scenario, book, interval),
                notes(scenario),
                new OutlookSearch(scored, satisfied, formula).outlook(),
                book.catalogue(),
                book.otherReading());
    }

    /** The part of an assessment that depends on the known readings only, by the tables, for evaluating many scenarios. */
    public PointAssessment pointAssessment(Scenario scenario) {
        return pointAssessment(scored(scenario));
    }

    private PointAssessment pointAssessment(ScoredScenario scored) {
        ScoringModel model = scored.model();
        boolean[] satisfied = model.satisfiedRules(scored.graded().grades());
        ScoringOutcome outcome = scored.outcome(satisfied);
        List<LedgerRow> rows = new LedgerBuilder(model, scored.scenario()).rows(satisfied, outcome);
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        return new PointAssessment(
                rows,
                balance(scored.base(), outcome, rows),
                outcome.likelihood(),
                isRelationshipDetermined(model, scored.graded())
                        ? Optional.of(judgement.relationship())
                        : Optional.empty(),
                commitment(scored.scenario()),
                judgement.flags());
    }

    public ScoredScenario scored(Scenario scenario) {
        return ScoredScenario.of(scenario, scoringModel(scenario.assumptions()));
    }

    public ScoringModel scoringModel(Assumptions assumptions) {
        return assumptions.isDefault() ? defaultModel : new ScoringModel(book, tables, assumptions);
    }

    List<OpenIndicator> openIndicators(ScoredScenario scored) {
        List<Indicator> indicators = book.catalogue().indicators();
        return IntStream.range(0, indicators.size())
                .mapToObj(i -> new OpenIndicator(
                        i,
                        GradedScenario.possibleGrades(
                                scored.scenario().reading(indicators.get(i).id()), scored.scale(indicators.get(i)))))
                .filter(indicator -> indicator.grades().size() > 1)
                .toList();
    }

    /** Whether at least half of the readings that bear on the partnership are known or assumed. */
    public static boolean isRelationshipDetermined(ScoringModel model, GradedScenario graded) {
        Monotonicity[] monotonicity = model.monotonicity(Question.PARTNERSHIP);
        int[] relevant = IntStream.range(0, monotonicity.length)
                .filter(i -> monotonicity[i] != Monotonicity.NONE)
                .toArray();
        long known = IntStream.of(relevant)
                .filter(i -> graded.grades()[i] != Grade.UNKNOWN)
                .count();
        return known > 0 && 2 * known >= relevant.length;
    }

    private Commitment commitment(Scenario scenario) {
        return book.catalogue()
                .commitment()
                .flatMap(indicator -> scenario.reading(indicator.id()).range())
                .map(span -> Commitment.values()[(int) Math.min(span.value(), Commitment.DEFENCE.ordinal())])
                .orElse(Commitment.UNKNOWN);
    }

    private PointBalance balance(Points base, ScoringOutcome outcome, List<LedgerRow> rows) {
        List<CeilingEffect> effects = new ArrayList<>();
        Points left = outcome.raw();
        for (Ceiling ceiling : outcome.ceilings()) {
            Points under = ceiling.apply(left);
            String rule = rows.stream()
                    .filter(LedgerRow::fired)
                    .filter(row -> row.rule().ceiling().equals(Optional.of(ceiling.kind())))
                    .map(row -> row.rule().id())
                    .findFirst()
                    .orElseThrow();
            effects.add(new CeilingEffect(rule, ceiling, left.minus(under)));
            left = under;
        }
        int unclamped = Percent.unclampedTenths(outcome.result());
        Relationship floor = book.relationship().floor(outcome.partnership());
        Relationship next = Relationship.values()[floor.ordinal() + 1];
        return new PointBalance(
                base,
                outcome.sum(),
                outcome.raw(),
                effects,
                outcome.result(),
                unclamped == outcome.likelihood().tenths()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(unclamped / 10.0),
                outcome.partnership(),
                floor,
                book.relationship().floorStart(floor),
                book.relationship().floorStart(next));
    }

    private List<BaseRateVariant> outsideView(ScoringModel model, boolean[] satisfied) {
        return book.outsideView().stream()
                .map(rate -> new BaseRateVariant(
                        rate, model.outcome(satisfied, Points.ofPercent(rate)).likelihood()))
                .toList();
    }

    private List<String> unratedIndicators(Scenario scenario) {
        return book.catalogue().indicators().stream()
                .map(Indicator::id)
                .filter(id -> scenario.reading(id).status() == ReadingStatus.UNKNOWN)
                .toList();
    }

    private List<DataNoteInUse> notes(Scenario scenario) {
        return book.catalogue().indicators().stream()
                .flatMap(indicator -> scenario.reading(indicator.id()).range().stream()
                        .flatMap(span -> indicator.dataNotes().stream()
                                .filter(note -> note.appliesTo(span.value()))
                                .map(note -> new DataNoteInUse(indicator.id(), note))))
                .toList();
    }

    /**
     * The part of an {@link entente.model.assessment.Assessment} that depends on known readings only, without interval and
     * confidence, and much cheaper to compute.
     *
     * @param ledger every rule of the book exactly once, in the book's order
     * @param relationship empty if less than half of the relevant readings are known
     */
    public record PointAssessment(
            List<LedgerRow> ledger,
            PointBalance balance,
            Percent likelihood,
            Optional<Relationship> relationship,
            Commitment commitment,
            Set<VerdictFlag> flags) {}
}
