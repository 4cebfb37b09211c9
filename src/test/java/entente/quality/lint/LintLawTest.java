package entente.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintFinding;
import entente.rulebook.RuleBookLocations;
import entente.scoring.Monotonicity;
import entente.scoring.RandomRuleBooks;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringModel.ScoringOutcome;
import entente.testkit.Property;
import entente.testkit.Records;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the linter's proofs on random rule books. */
@Tag("thorough")
class LintLawTest {

    private static final Set<LintCode> WITHOUT_EFFECT =
            EnumSet.of(LintCode.NEVER_HOLDS, LintCode.ALWAYS_SILENCED, LintCode.SILENCES_NOTHING);

    /** Indicators of the random rule books, few enough to try all graded scenarios. */
    private static final int ASKED = 4;

    /** Law 1: a sign holds if and only if the monotonicity used for intervals is none or agrees with it. */
    @Test
    void signProofMatchesMonotonicity() {
        int breaches = 0;
        for (int n = 0; n < Property.cases(); n++) {
            ScoringModel model = RandomRuleBooks.scoringModel(new SplittableRandom(Property.SEED + n), 5);
            for (Sign sign : List.of(Sign.RAISES, Sign.LOWERS, Sign.NOTHING, Sign.TWO_SIDED)) {
                RuleBook book = withSign(model.book(), sign);
                Set<String> breached = findings(book).stream()
                        .filter(finding -> finding.code() == LintCode.AGAINST_SIGN)
                        .map(finding ->
                                finding.facts().get(2) + " " + finding.facts().get(0))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> expected = new TreeSet<>();
                for (Question question : Question.values()) {
                    Monotonicity[] leanings = model.monotonicity(question);
                    IntStream.range(0, leanings.length)
                            .filter(i -> !respectsSign(sign, leanings[i]))
                            .forEach(i -> expected.add(question.name().toLowerCase(Locale.ROOT) + " "
                                    + book.catalogue().indicators().get(i).id()));
                }
                assertThat(breached).as("book %d under %s", n, sign).isEqualTo(expected);
                breaches += breached.size();
            }
        }
        assertThat(breaches).isGreaterThan(Property.cases());
    }

    private static List<LintFinding> findings(RuleBook book) {
        return Linter.lint(book, new RuleBookLocations(Map.of())).findings();
    }

    private static boolean respectsSign(Sign sign, Monotonicity leaning) {
        return leaning == Monotonicity.NONE
                || switch (sign) {
                    case RAISES -> leaning == Monotonicity.UP;
                    case LOWERS -> leaning == Monotonicity.DOWN;
                    case NOTHING -> false;
                    case TWO_SIDED, GATE, VETO -> true;
                };
    }

    /** A rule reported without effect has none in any graded scenario. */
    @Test
    void noRuleThatTheLinterReportsAsWithoutEffectHasOne() {
        Set<LintCode> met = EnumSet.noneOf(LintCode.class);
        for (int n = 0; n < Property.cases() / 10; n++) {
            ScoringModel model = RandomRuleBooks.scoringModel(new SplittableRandom(Property.SEED - n), ASKED);
            RuleBook book = model.book();
            List<LintFinding> findings = findings(book);
            boolean[] matters = matters(model);
            for (int r = 0; r < matters.length; r++) {
                String id = book.rules().get(r).id();
                Set<LintCode> said = findings.stream()
                        .filter(finding -> finding.subject().equals(id))
                        .map(LintFinding::code)
                        .filter(WITHOUT_EFFECT::contains)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LintCode.class)));
                met.addAll(said);
                assertThat(matters[r] && !said.isEmpty())
                        .as("book %d, %s of %s: %s", n, id, book.rules(), said)
                        .isFalse();
            }
        }
        assertThat(met).contains(LintCode.NEVER_HOLDS, LintCode.SILENCES_NOTHING);
    }

    /** By rule, whether its removal changes likelihood or relationship in some graded scenario. */
    private static boolean[] matters(ScoringModel model) {
        boolean[] matters = new boolean[model.rules().size()];
        Grade[] world = new Grade[model.book().catalogue().indicators().size()];
        Arrays.fill(world, Grade.UNKNOWN);
        tryAll(model, world, 0, matters);
        return matters;
    }

    private static void tryAll(ScoringModel model, Grade[] world, int depth, boolean[] matters) {
        if (depth < ASKED) {
            for (Grade grade : Grade.values()) {
                world[depth] = grade;
                tryAll(model, world, depth + 1, matters);
            }
            return;
        }
        boolean[] holding = model.satisfiedRules(world);
        for (ReferenceClass one : model.book().referenceClasses().all()) {
            Points base = Points.ofPercent(one.rate().value());
            String with = verdict(model, holding, base);
            for (int r = 0; r < matters.length; r++) {
                if (holding[r] && !matters[r]) {
                    boolean[] without = holding.clone();
                    without[r] = false;
                    matters[r] = !verdict(model, without, base).equals(with);
                }
            }
        }
    }

    private static String verdict(ScoringModel model, boolean[] holding, Points base) {
        ScoringOutcome outcome = model.outcome(holding, base);
        return outcome.likelihood() + " "
                + RelationshipJudgement.of(model, outcome, holding).relationship();
    }

    /** The rule book with the same sign for every indicator and question. */
    private static RuleBook withSign(RuleBook book, Sign sign) {
        Catalogue catalogue = book.catalogue();
        List<Indicator> indicators = catalogue.indicators().stream()
                .map(indicator -> Records.with(Records.with(indicator, "alliance", sign), "partnership", sign))
                .toList();
        return book.withCatalogue(new Catalogue(catalogue.groups(), indicators, catalogue.subject()));
    }
}
