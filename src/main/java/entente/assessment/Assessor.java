package entente.assessment;

import entente.domain.Assessment;
import entente.domain.Assessment.DataNoteInUse;
import entente.domain.Assumptions;
import entente.domain.Balance;
import entente.domain.Ceiling;
import entente.domain.CeilingEffect;
import entente.domain.Commitment;
import entente.domain.Confidence;
import entente.domain.Grade;
import entente.domain.Indicator;
import entente.domain.Interval;
import entente.domain.LedgerRow;
import entente.domain.OutsideView;
import entente.domain.Percent;
import entente.domain.Points;
import entente.domain.Provenance;
import entente.domain.Question;
import entente.domain.Reading;
import entente.domain.Relationship;
import entente.domain.RuleBook;
import entente.domain.Scenario;
import entente.domain.Status;
import entente.domain.Verdict;
import entente.rules.OpenBook;
import entente.rules.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns a scenario into an assessment: a function of the scenario and the book, and of nothing else. */
public final class Assessor {

    private static final String TREATY = "treaty_commitment_level";

    private static final List<Commitment> COMMITMENTS = List.of(
            Commitment.NONE, Commitment.FRIENDSHIP, Commitment.CONSULTATION, Commitment.SUPPORT, Commitment.DEFENCE);

    private final RuleBook book;
    private final Tables tables;
    private final Weighing asTheBookSays;

    public Assessor(OpenBook open) {
        this.book = open.book();
        this.tables = open.tables();
        this.asTheBookSays = new Weighing(book, tables, Assumptions.NONE);
    }

    /** Assesses a checked scenario. Safe to call from several threads. */
    public Assessment assess(Scenario scenario) {
        Weighing weighing = weighing(scenario);
        Points base = Weighing.base(book, scenario.assumptions(), scenario.horizonYears());
        World world = World.of(scenario, book.catalogue());
        boolean[] holding = weighing.holding(world.grades());
        Completions completions = new Completions(weighing, base);
        Findings findings = findings(scenario, weighing, world, base);
        List<Free> free = free(scenario);
        Allowed allowed = completions.allowed(world, free);
        Interval interval = allowed.interval();
        Verdict verdict = new Verdict(
                findings.likelihood(),
                interval,
                findings.relationship(),
                allowed.relationships(),
                findings.commitment(),
                findings.flags());
        Confidence confidence = new ConfidenceFormula(weighing).of(scenario, world, base, interval);
        return new Assessment(
                scenario,
                Provenance.of(book),
                verdict,
                confidence,
                findings.balance(),
                outsideView(weighing, holding),
                new LedgerBook(weighing, scenario).groups(findings.ledger()),
                findings.ledger(),
                AssumptionChanges.of(scenario, book),
                new Narrowing(completions, world, free).findOutNext(interval),
                gaps(scenario),
                Warnings.of(scenario, book, interval),
                notes(scenario),
                book.catalogue(),
                book.otherReading());
    }

    /** What stands on the known readings: for asking the same small question of many scenarios. */
    public Findings findings(Scenario scenario) {
        Points base = Weighing.base(book, scenario.assumptions(), scenario.horizonYears());
        return findings(scenario, weighing(scenario), World.of(scenario, book.catalogue()), base);
    }

    private Findings findings(Scenario scenario, Weighing weighing, World world, Points base) {
        boolean[] holding = weighing.holding(world.grades());
        Outcome outcome = weighing.outcome(holding, base);
        List<LedgerRow> rows = new LedgerBook(weighing, scenario).rows(holding, outcome);
        Judgement judgement = Judgement.of(weighing, outcome, holding);
        return new Findings(
                rows,
                balance(base, outcome, rows),
                outcome.likelihood(),
                settled(weighing, world) ? Optional.of(judgement.relationship()) : Optional.empty(),
                commitment(scenario),
                judgement.flags());
    }

    Weighing weighing(Scenario scenario) {
        return weighing(scenario.assumptions());
    }

    Weighing weighing(Assumptions assumptions) {
        return assumptions.isDefault() ? asTheBookSays : new Weighing(book, tables, assumptions);
    }

    RuleBook book() {
        return book;
    }

    private List<Free> free(Scenario scenario) {
        List<Free> free = new ArrayList<>();
        List<Indicator> indicators = book.catalogue().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            Reading reading = scenario.reading(indicators.get(i).id());
            List<Grade> grades = World.allowed(reading, World.scale(indicators.get(i), scenario.assumptions()));
            if (grades.size() > 1) {
                free.add(new Free(i, grades));
            }
        }
        return free;
    }

    /** Whether at least half of the readings that bear on the partnership are known or assumed. */
    static boolean settled(Weighing weighing, World world) {
        Leaning[] leanings = weighing.leanings(Question.PARTNERSHIP);
        int bearing = 0;
        int known = 0;
        for (int i = 0; i < world.grades().length; i++) {
            if (leanings[i] != Leaning.NONE) {
                bearing++;
                known += world.grades()[i] == Grade.UNKNOWN ? 0 : 1;
            }
        }
        return known > 0 && 2 * known >= bearing;
    }

    private static Commitment commitment(Scenario scenario) {
        return scenario.reading(TREATY)
                .span()
                .map(span -> COMMITMENTS.get((int) Math.min(span.value(), COMMITMENTS.size() - 1)))
                .orElse(Commitment.UNKNOWN);
    }

    private Balance balance(Points base, Outcome outcome, List<LedgerRow> rows) {
        List<CeilingEffect> effects = new ArrayList<>();
        Points left = outcome.raw();
        for (Ceiling ceiling : outcome.ceilings()) {
            Points under = ceiling.under(left);
            String rule = rows.stream()
                    .filter(LedgerRow::fired)
                    .filter(row -> row.rule().ceiling().equals(Optional.of(ceiling.kind())))
                    .map(row -> row.rule().id())
                    .findFirst()
                    .orElseThrow();
            effects.add(new CeilingEffect(rule, ceiling, left.minus(under)));
            left = under;
        }
        int unclamped = Percent.unclamped(outcome.result());
        Relationship floor = book.relationship().floor(outcome.partnership());
        Relationship next = Relationship.values()[floor.ordinal() + 1];
        return new Balance(
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
                book.relationship().from(floor),
                book.relationship().from(next));
    }

    private List<OutsideView> outsideView(Weighing weighing, boolean[] holding) {
        return book.outsideView().stream()
                .map(rate -> new OutsideView(
                        rate, weighing.outcome(holding, Points.ofPercent(rate)).likelihood()))
                .toList();
    }

    private List<String> gaps(Scenario scenario) {
        return book.catalogue().indicators().stream()
                .map(Indicator::id)
                .filter(id -> scenario.reading(id).status() == Status.UNKNOWN)
                .toList();
    }

    private List<DataNoteInUse> notes(Scenario scenario) {
        List<DataNoteInUse> notes = new ArrayList<>();
        for (Indicator indicator : book.catalogue().indicators()) {
            scenario.reading(indicator.id())
                    .span()
                    .ifPresent(span -> indicator.dataNotes().stream()
                            .filter(note -> note.touches(span.value()))
                            .forEach(note -> notes.add(new DataNoteInUse(indicator.id(), note))));
        }
        return notes;
    }
}
