package entente.scoring;

import entente.model.Assumptions;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.Indicator.CutPoint;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.model.assessment.Assessment.DataNoteInUse;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Ceiling;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Completions.OpenIndicator;
import entente.scoring.ScenarioVariant.SingleChangeResults;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.Getter;

/** Assesses scenarios. The result depends on the scenario and the rule book only. */
public final class Assessor {

    @Getter
    private final RuleBook book;

    private final ScoringModel defaultModel;
    private final Inference inference;

    /** Infers with the truth tables, which needs no start of Drools. */
    public Assessor(LoadedRuleBook loaded) {
        this(loaded, loaded.tables());
    }

    /** @param inference determines which rules hold in the scenarios of {@link #assess}; variants of them need the tables */
    public Assessor(LoadedRuleBook loaded, Inference inference) {
        this.inference = inference;
        this.book = loaded.book();
        this.defaultModel = new ScoringModel(book, loaded.tables(), Assumptions.NONE);
    }

    /** Assesses a validated scenario. Thread-safe. */
    public Assessment assess(Scenario scenario) {
        ScoredScenario scored = scored(scenario);
        ScoringModel model = scored.model();
        Grade[] grades = scored.grades();
        ScenarioVariant variant = new ScenarioVariant(model, scored.base(), grades, inference.satisfiedRules(grades));
        PointAssessment point = pointAssessment(scored, variant);
        List<OpenIndicator> openIndicators = openIndicators(scored);
        Completions completions = new Completions(model, variant, openIndicators);
        Interval interval = completions.interval();
        RelationshipSearch.States relationships = RelationshipSearch.states(model, variant, openIndicators, interval);
        Verdict verdict = new Verdict(
                point.likelihood(),
                interval,
                point.relationship(),
                relationships.states(),
                point.commitment(),
                point.flags());
        SingleChangeResults changes = new SingleChangeResults(variant);
        Confidence confidence = new ConfidenceFormula(model).of(scored, interval, changes);
        return new Assessment(
                scenario,
                Provenance.of(book),
                verdict,
                confidence,
                point.balance(),
                outsideView(scenario, variant),
                new LedgerBuilder(scored).groups(point.ledger()),
                point.ledger(),
                assumptionChanges(scenario),
                completions.findOutNext(interval),
                unratedIndicators(scenario),
                Warnings.of(scenario, book, interval.exact(), relationships.exact()),
                notes(scenario),
                new OutlookSearch(scored, variant, changes).outlook(),
                book.catalogue(),
                book.otherReading());
    }

    /** The part of an assessment that depends on the known readings only, by the tables, for evaluating many scenarios. */
    public PointAssessment pointAssessment(Scenario scenario) {
        ScoredScenario scored = scored(scenario);
        return pointAssessment(scored, scored.variant());
    }

    private PointAssessment pointAssessment(ScoredScenario scored, ScenarioVariant variant) {
        ScoringModel model = scored.model();
        boolean[] satisfied = variant.satisfiedRules();
        ScoringOutcome outcome = variant.outcome();
        List<LedgerRow> rows = new LedgerBuilder(scored).rows(satisfied, outcome);
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        return new PointAssessment(
                rows,
                balance(scored, outcome),
                outcome.likelihood(),
                isRelationshipDetermined(model, scored.grades())
                        ? Optional.of(judgement.relationship())
                        : Optional.empty(),
                commitment(scored.scenario()),
                judgement.flags());
    }

    public RangeAssessment rangeAssessment(Scenario scenario) {
        ScoredScenario scored = scored(scenario);
        ScenarioVariant variant = scored.variant();
        PointAssessment point = pointAssessment(scored, variant);
        Completions completions = new Completions(scored.model(), variant, openIndicators(scored));
        Interval interval = completions.interval();
        return new RangeAssessment(scored.grades(), point, interval, completions.findOutNext(interval));
    }

    public ScoredScenario scored(Scenario scenario) {
        return ScoredScenario.of(scenario, scoringModel(scenario.assumptions()));
    }

    public ScoringModel scoringModel(Assumptions assumptions) {
        return assumptions.isDefault() ? defaultModel : new ScoringModel(defaultModel.index(), assumptions);
    }

    private List<OpenIndicator> openIndicators(ScoredScenario scored) {
        return IntStream.range(0, scored.readings().size())
                .mapToObj(i -> new OpenIndicator(
                        i,
                        scored.model().scale(i).possibleGrades(scored.readings().get(i))))
                .filter(indicator -> indicator.grades().size() > 1)
                .toList();
    }

    /** Whether at least half of the readings that bear on the partnership are known or assumed. */
    public static boolean isRelationshipDetermined(ScoringModel model, Grade[] grades) {
        Monotonicity[] monotonicity = model.monotonicity(Question.PARTNERSHIP);
        int[] relevant = IntStream.range(0, monotonicity.length)
                .filter(i -> monotonicity[i] != Monotonicity.NONE)
                .toArray();
        long known =
                IntStream.of(relevant).filter(i -> grades[i] != Grade.UNKNOWN).count();
        return known > 0 && 2 * known >= relevant.length;
    }

    private Commitment commitment(Scenario scenario) {
        return book.catalogue()
                .commitment()
                .flatMap(indicator -> scenario.reading(indicator.id()).range())
                .map(span -> Commitment.values()[(int) Math.min(span.value(), Commitment.DEFENCE.ordinal())])
                .orElse(Commitment.UNKNOWN);
    }

    private PointBalance balance(ScoredScenario scored, ScoringOutcome outcome) {
        List<CeilingEffect> effects = new ArrayList<>();
        Points left = outcome.raw();
        for (Ceiling ceiling : outcome.ceilings()) {
            Points under = ceiling.apply(left);
            List<String> rules = scored.model().effectiveRules(ceiling.kind(), outcome);
            effects.add(new CeilingEffect(ceiling, rules, left.minus(under)));
            left = under;
        }
        Relationship floor = book.relationship().floor(outcome.partnership());
        Relationship next = Relationship.values()[floor.ordinal() + 1];
        return new PointBalance(
                scored.base(),
                outcome.sum(),
                outcome.raw(),
                effects,
                outcome.result(),
                clampedFrom(outcome),
                outcome.partnership(),
                floor,
                book.relationship().floorStart(floor),
                book.relationship().floorStart(next));
    }

    /** The percentage beyond the end of the scale, to the second digit of what is missing to 0 or 100; empty within it. */
    private static OptionalDouble clampedFrom(ScoringOutcome outcome) {
        if (Percent.unclampedTenths(outcome.result()) == outcome.likelihood().tenths()) {
            return OptionalDouble.empty();
        }
        double percent = outcome.result().percent();
        MathContext digits = new MathContext(2, RoundingMode.HALF_EVEN);
        BigDecimal end = BigDecimal.valueOf(percent < 50 ? 0 : 100);
        BigDecimal beyond = BigDecimal.valueOf(percent).subtract(end).round(digits);
        return OptionalDouble.of(end.add(beyond).doubleValue());
    }

    private List<ReferenceClassVerdict> outsideView(Scenario scenario, ScenarioVariant variant) {
        Assumptions assumptions = scenario.assumptions();
        ReferenceClass chosen = book.referenceClasses().of(assumptions);
        return book.referenceClasses().all().stream()
                .map(one -> {
                    double rate = one.percent(scenario.horizonYears());
                    return new ReferenceClassVerdict(
                            one.id(),
                            one.label(),
                            assumptions.baseRatePercent().isEmpty() && one.id().equals(chosen.id()),
                            rate,
                            Percent.of(variant.result(Points.ofPercent(rate))));
                })
                .toList();
    }

    /** The differences between assumptions and rule book in a fixed order. */
    private List<AssumptionChange> assumptionChanges(Scenario scenario) {
        Assumptions assumptions = scenario.assumptions();
        List<AssumptionChange> changes = new ArrayList<>();
        assumptions
                .baseRatePercent()
                .ifPresent(rate -> changes.add(new AssumptionChange(
                        "#/assumptions/baseRatePercent",
                        Numbers.plain(book.baseRate(scenario.horizonYears())),
                        Numbers.plain(rate))));
        assumptions
                .referenceClass()
                .ifPresent(id -> changes.add(new AssumptionChange(
                        "#/assumptions/referenceClass", book.referenceClasses().standard(), id)));
        new TreeMap<>(assumptions.weights())
                .forEach((question, table) -> new TreeMap<>(table)
                        .forEach((strength, points) -> changes.add(new AssumptionChange(
                                "#/assumptions/weights/" + question.name().toLowerCase(Locale.ROOT) + "/" + strength,
                                Numbers.plain(book.weights().points(question, strength)),
                                Numbers.plain(points)))));
        new TreeMap<>(assumptions.emphasis())
                .forEach((group, factor) -> changes.add(
                        new AssumptionChange("#/assumptions/emphasis/" + group, "1", Numbers.plain(factor))));
        new TreeMap<>(assumptions.cutPoints())
                .forEach((indicator, cuts) -> changes.add(new AssumptionChange(
                        "#/assumptions/cutPoints/" + indicator,
                        book.catalogue().indicator(indicator).cutPoints().stream()
                                .map(CutPoint::from)
                                .map(Numbers::plain)
                                .collect(Collectors.joining(", ")),
                        cuts.stream().map(Numbers::plain).collect(Collectors.joining(", ")))));
        new TreeSet<>(assumptions.without())
                .forEach(id -> changes.add(new AssumptionChange("#/assumptions/without/" + id, "on", "off")));
        changes.removeIf(change -> change.book().equals(change.assumed()));
        return changes;
    }

    private List<String> unratedIndicators(Scenario scenario) {
        return book.catalogue().positions().keySet().stream()
                .filter(id -> scenario.reading(id).status() == ReadingStatus.UNKNOWN)
                .toList();
    }

    private List<DataNoteInUse> notes(Scenario scenario) {
        return book.catalogue().indicators().stream()
                .flatMap(indicator -> scenario.reading(indicator.id()).range().stream()
                        .flatMap(range -> indicator.dataNotes().stream().filter(note -> note.appliesTo(range.value())))
                        .map(note -> new DataNoteInUse(indicator.id(), note)))
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

    /**
     * The part of an {@link entente.model.assessment.Assessment} that says what is likely and what the open readings allow,
     * without confidence and outlook, which take most of the time.
     *
     * @param grades of the readings, by catalogue index
     * @param findOutNext as in an assessment
     */
    public record RangeAssessment(
            Grade[] grades, PointAssessment point, Interval interval, List<IntervalReduction> findOutNext) {}
}
