package entente.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.laws.Property;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.Sign;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.TruthTables;
import entente.scoring.Monotonicity;
import entente.scoring.RandomRuleBooks;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the linter says to be proved, tried out on books made at random. */
@Tag("thorough")
class LintLawTest {

    private static final Set<LintCode> WITHOUT_EFFECT = EnumSet.of(
            LintCode.NEVER_HOLDS,
            LintCode.ALWAYS_SILENCED,
            LintCode.SILENCES_NOTHING,
            LintCode.SILENCED_BEFORE,
            LintCode.NEVER_IN_FORCE,
            LintCode.WEIGHS_NOTHING);

    /** Indicators that the random books ask: each unknown or one of five grades, all worlds can be tried. */
    private static final int ASKED = 4;

    /** Law 1: a sign is kept exactly where the leaning that intervals rest on is none or the one that it says. */
    @Test
    void the_law_of_signs_is_what_the_leanings_say() {
        int breaches = 0;
        for (int n = 0; n < Property.cases(); n++) {
            ScoringModel weighing = RandomRuleBooks.weighing(new SplittableRandom(Property.SEED + n), 5);
            for (Sign sign : List.of(Sign.RAISES, Sign.LOWERS, Sign.NOTHING, Sign.TWO_SIDED)) {
                RuleBook book = marked(weighing.book(), sign);
                Set<String> breached = SignProof.breaches(book).stream()
                        .map(b -> b.question() + " "
                                + b.rule().conditions().get(b.n()).indicator())
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> expected = new TreeSet<>();
                for (Question question : Question.values()) {
                    Monotonicity[] leanings = weighing.leanings(question);
                    IntStream.range(0, leanings.length)
                            .filter(i -> !keeps(sign, leanings[i]))
                            .forEach(i -> expected.add(question + " "
                                    + book.catalogue().indicators().get(i).id()));
                }
                assertThat(breached).as("book %d under %s", n, sign).isEqualTo(expected);
                breaches += breached.size();
            }
        }
        assertThat(breaches).isGreaterThan(Property.cases());
    }

    private static boolean keeps(Sign sign, Monotonicity leaning) {
        return leaning == Monotonicity.NONE
                || switch (sign) {
                    case RAISES -> leaning == Monotonicity.UP;
                    case LOWERS -> leaning == Monotonicity.DOWN;
                    case NOTHING -> false;
                    case TWO_SIDED, GATE, VETO -> true;
                };
    }

    /** Every rule that is said never to matter is taken out of every world; every other one matters in some. */
    @Test
    void a_rule_matters_in_some_world_unless_the_linter_says_that_it_never_does() {
        Set<LintCode> met = EnumSet.noneOf(LintCode.class);
        for (int n = 0; n < Property.cases() / 10; n++) {
            ScoringModel weighing = RandomRuleBooks.weighing(new SplittableRandom(Property.SEED - n), ASKED);
            RuleBook book = weighing.book();
            List<LintFinding> findings = Linter.of(
                            book, tables(weighing), List.of(), new RuleBookLocations(Map.of(), List.of()))
                    .findings();
            boolean[] matters = matters(weighing);
            for (int r = 0; r < matters.length; r++) {
                String id = book.rules().get(r).id();
                Set<LintCode> said = findings.stream()
                        .filter(finding -> finding.subject().equals(id))
                        .map(LintFinding::code)
                        .filter(code -> WITHOUT_EFFECT.contains(code) || code == LintCode.NO_EFFECT_FOUND)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LintCode.class)));
                met.addAll(said);
                // The relationship asks whether the switch has opened, under whatever ceiling.
                boolean opensTheSwitch = said.equals(EnumSet.of(LintCode.NEVER_IN_FORCE))
                        && book.rules().get(r).ceiling().equals(Optional.of(CeilingKind.SWITCH));
                boolean twice = findings.stream()
                        .anyMatch(f -> f.code() == LintCode.DUPLICATE_RULE
                                && (f.subject().equals(id) || f.facts().contains(id)));
                if (!opensTheSwitch && !twice) {
                    assertThat(matters[r])
                            .as("book %d, %s of %s: %s", n, id, book.rules(), said)
                            .isEqualTo(said.isEmpty());
                }
            }
        }
        assertThat(met).contains(LintCode.NEVER_HOLDS, LintCode.ALWAYS_SILENCED, LintCode.SILENCES_NOTHING);
        assertThat(met).contains(LintCode.NEVER_IN_FORCE, LintCode.NO_EFFECT_FOUND);
    }

    /** By rule, whether some world has another likelihood or relationship without it. */
    private static boolean[] matters(ScoringModel weighing) {
        boolean[] matters = new boolean[weighing.rules().size()];
        Grade[] world = new Grade[weighing.book().catalogue().indicators().size()];
        Arrays.fill(world, Grade.UNKNOWN);
        tryAll(weighing, world, 0, matters);
        return matters;
    }

    private static void tryAll(ScoringModel weighing, Grade[] world, int depth, boolean[] matters) {
        if (depth < ASKED) {
            for (Grade grade : Grade.values()) {
                world[depth] = grade;
                tryAll(weighing, world, depth + 1, matters);
            }
            return;
        }
        boolean[] holding = weighing.holding(world);
        for (int years : weighing.book().baseRates().keySet()) {
            Points base = ScoringModel.base(weighing.book(), Assumptions.NONE, years);
            String with = verdict(weighing, holding, base);
            for (int r = 0; r < matters.length; r++) {
                if (holding[r] && !matters[r]) {
                    boolean[] without = holding.clone();
                    without[r] = false;
                    matters[r] = !verdict(weighing, without, base).equals(with);
                }
            }
        }
    }

    private static String verdict(ScoringModel weighing, boolean[] holding, Points base) {
        ScoringOutcome outcome = weighing.outcome(holding, base);
        return outcome.likelihood() + " "
                + RelationshipJudgement.of(weighing, outcome, holding).relationship();
    }

    private static TruthTables tables(ScoringModel weighing) {
        int rules = weighing.rules().size();
        int[][] indicators = new int[rules][];
        int[][] masks = new int[rules][];
        for (int r = 0; r < rules; r++) {
            int rule = r;
            indicators[r] = weighing.asked(r);
            masks[r] = IntStream.range(0, indicators[r].length)
                    .map(place -> IntStream.range(0, Grade.values().length)
                            .filter(g -> weighing.accepts(rule, place, Grade.values()[g]))
                            .map(g -> 1 << g)
                            .sum())
                    .toArray();
        }
        return new TruthTables(indicators, masks);
    }

    /** The book with every indicator marked by one sign on both questions. */
    private static RuleBook marked(RuleBook book, Sign sign) {
        List<Indicator> indicators = new ArrayList<>();
        for (Indicator i : Shipped.BOOK.book().catalogue().indicators()) {
            indicators.add(new Indicator(
                    i.id(),
                    i.group(),
                    i.label(),
                    i.unit(),
                    i.low(),
                    i.high(),
                    sign,
                    sign,
                    i.cutPoints(),
                    i.anchors(),
                    i.source(),
                    i.note(),
                    i.dataNotes(),
                    i.cites()));
        }
        Catalogue catalogue = new Catalogue(book.catalogue().groups(), indicators, List.of());
        return new RuleBook(
                book.version(),
                book.sha256(),
                catalogue,
                book.rules(),
                book.weights(),
                book.ceilings(),
                book.relationship(),
                book.baseRates(),
                book.outsideView(),
                book.confidence(),
                Optional.empty());
    }
}
