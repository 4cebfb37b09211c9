package entente.scoring;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A book under assumptions, laid out in arrays: what each rule weighs and silences. Turns the set of rules that hold
 * into an outcome in one fixed order: overrides, sum, one ceiling of four, the incident's.
 */
public final class ScoringModel {

    private static final int NO_CEILING = -1;
    private static final String PACT = "pact";

    private final List<Rule> rules;
    private final RuleBook book;
    private final int[] alliance;
    private final int[] partnership;
    private final boolean[] disabled;
    private final long[] tags;
    private final long[] overrides;
    private final int[] ceilingKinds;
    private final boolean[] claimsPact;
    private final TruthTables tables;
    private final int[][] rulesByIndicator;
    private final Monotonicity[] allianceMonotonicity;
    private final Monotonicity[] partnershipMonotonicity;

    public ScoringModel(RuleBook book, TruthTables tables, Assumptions assumptions) {
        this.tables = tables;
        this.book = book;
        this.rules = book.rules();
        int count = rules.size();
        alliance = new int[count];
        partnership = new int[count];
        disabled = new boolean[count];
        tags = new long[count];
        overrides = new long[count];
        ceilingKinds = new int[count];
        claimsPact = new boolean[count];
        List<String> tagNames =
                rules.stream().flatMap(r -> r.overrides().stream()).distinct().toList();
        for (int r = 0; r < count; r++) {
            Rule rule = rules.get(r);
            alliance[r] = points(rule, Question.ALLIANCE, assumptions).hundredths();
            partnership[r] = points(rule, Question.PARTNERSHIP, assumptions).hundredths();
            disabled[r] = assumptions.without().contains(rule.id())
                    || assumptions.without().contains(rule.group());
            tags[r] = bits(rule.tags(), tagNames);
            overrides[r] = bits(rule.overrides(), tagNames);
            ceilingKinds[r] = rule.ceiling().map(Enum::ordinal).orElse(NO_CEILING);
            claimsPact[r] = rule.kind() == RuleKind.CLAIM && rule.tags().contains(PACT);
        }
        rulesByIndicator = rulesByIndicator(tables, book.catalogue().indicators().size());
        allianceMonotonicity = Monotonicity.of(this, Question.ALLIANCE);
        partnershipMonotonicity = Monotonicity.of(this, Question.PARTNERSHIP);
    }

    /** Which way each indicator pushes, by its place in the catalogue. */
    public Monotonicity[] monotonicity(Question question) {
        return question == Question.ALLIANCE ? allianceMonotonicity : partnershipMonotonicity;
    }

    /** Points of the base rate, the scenario's horizon or the assumption deciding which. */
    public static Points basePoints(RuleBook book, Assumptions assumptions, int horizonYears) {
        if (assumptions.baseRatePercent().isPresent()) {
            return Points.ofPercent(assumptions.baseRatePercent().getAsDouble());
        }
        var rate = book.baseRates().get(horizonYears);
        return rate == null ? Points.ZERO : Points.ofPercent(rate.value());
    }

    private Points points(Rule rule, Question question, Assumptions assumptions) {
        return rule.weight(question)
                .map(weight -> {
                    double points = assumptions
                            .weights()
                            .getOrDefault(question, Map.of())
                            .getOrDefault(
                                    weight.strength(),
                                    Objects.requireNonNull(
                                                    book.weights().of(question).get(weight.strength()))
                                            .value());
                    double emphasis = assumptions.emphasis().getOrDefault(rule.group(), 1.0);
                    return Points.of(weight.direction() * points * emphasis);
                })
                .orElse(Points.ZERO);
    }

    private static long bits(List<String> tags, List<String> names) {
        long bits = 0;
        for (String tag : tags) {
            bits |= names.contains(tag) ? 1L << names.indexOf(tag) : 0;
        }
        return bits;
    }

    public RuleBook book() {
        return book;
    }

    public List<Rule> rules() {
        return rules;
    }

    Points alliancePoints(int rule) {
        return new Points(alliance[rule]);
    }

    Points partnershipPoints(int rule) {
        return new Points(partnership[rule]);
    }

    boolean disabled(int rule) {
        return disabled[rule];
    }

    /** The places in the catalogue of what a rule asks, each once. */
    public int[] indicators(int rule) {
        return tables.indicators()[rule];
    }

    /** Whether a rule can fire while the indicator that it asks at this place has this grade. */
    public boolean accepts(int rule, int place, Grade grade) {
        return (tables.masks()[rule][place] & 1 << grade.ordinal()) != 0;
    }

    /** Whether the one rule, if it holds, silences the other. */
    boolean silences(int override, int rule) {
        return (overrides[override] & tags[rule]) != 0;
    }

    /** Whether the lowest ceiling holds in every world, as it does unless it is switched off. */
    boolean hasUnconditionalCeiling() {
        for (int r = 0; r < ceilingKinds.length; r++) {
            if (ceilingKinds[r] == CeilingKind.NO_SWITCH.ordinal()
                    && !disabled[r]
                    && tables.indicators()[r].length == 0) {
                return true;
            }
        }
        return false;
    }

    public boolean[] satisfiedRules(Grade[] grades) {
        return tables.satisfiedRules(grades);
    }

    private static int[][] rulesByIndicator(TruthTables tables, int indicators) {
        int[][] askedBy = new int[indicators][];
        for (int i = 0; i < indicators; i++) {
            int indicator = i;
            askedBy[i] = IntStream.range(0, tables.indicators().length)
                    .filter(r -> IntStream.of(tables.indicators()[r]).anyMatch(asked -> asked == indicator))
                    .toArray();
        }
        return askedBy;
    }

    /** Looks again at the rules that ask this indicator, whose grade alone has changed since {@code holding} was made. */
    public void update(boolean[] holding, Grade[] grades, int indicator) {
        for (int r : rulesByIndicator[indicator]) {
            holding[r] = tables.holds(r, grades);
        }
    }

    public ScoringOutcome outcome(Grade[] grades, Points startingFrom) {
        return outcome(satisfiedRules(grades), startingFrom);
    }

    /**
     * What follows when exactly these rules hold.
     *
     * @throws EvaluationInterruptedException when the thread is interrupted; every long search passes here for each world
     */
    public ScoringOutcome outcome(boolean[] holding, Points startingFrom) {
        EvaluationInterruptedException.throwIfInterrupted();
        long silenced = 0;
        for (int r = 0; r < holding.length; r++) {
            if (holding[r] && !disabled[r]) {
                silenced |= overrides[r];
            }
        }
        int sum = 0;
        int depth = 0;
        int highest = NO_CEILING;
        boolean incident = false;
        boolean switched = false;
        boolean[] standing = new boolean[holding.length];
        for (int r = 0; r < holding.length; r++) {
            if (!holding[r] || disabled[r] || (tags[r] & silenced) != 0) {
                continue;
            }
            standing[r] = true;
            sum += alliance[r];
            depth += partnership[r];
            incident |= ceilingKinds[r] == CeilingKind.INCIDENT.ordinal();
            switched |= ceilingKinds[r] == CeilingKind.SWITCH.ordinal();
            if (ceilingKinds[r] != CeilingKind.INCIDENT.ordinal()) {
                highest = Math.max(highest, ceilingKinds[r]);
            }
        }
        Points raw = startingFrom.plus(new Points(sum));
        Points result = raw;
        List<Ceiling> inForce = new ArrayList<>(2);
        if (highest != NO_CEILING) {
            inForce.add(ceiling(CeilingKind.values()[highest]));
        }
        if (incident) {
            inForce.add(ceiling(CeilingKind.INCIDENT));
        }
        for (Ceiling ceiling : inForce) {
            result = ceiling.apply(result);
        }
        return new ScoringOutcome(standing, new Points(sum), raw, inForce, result, new Points(depth), switched);
    }

    private Ceiling ceiling(CeilingKind kind) {
        return Objects.requireNonNull(book.ceilings().get(kind));
    }

    /** Whether a rule is a claim that speaks of a pact in force: one that an override may call hollow. */
    boolean claimsPact(int rule) {
        return rules.get(rule).kind() == RuleKind.CLAIM
                && rules.get(rule).tags().contains(PACT);
    }
}
