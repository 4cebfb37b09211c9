package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.Figures;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a sentence ranks one thing above another, the values before rounding differ in that direction; equal ones are said to be. */
@Tag("law")
class RankingLawTest {

    /** Each takes a briefing or a comparison. */
    private static final int CASES = Math.min(Property.cases(), 100);

    private static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());
    private static final Pattern AMOUNT = Pattern.compile("([+−])([\\d.]+) from (?=“|all other|changed|\\w+ smaller)");
    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    /** With one weight for all strengths, half of the time, and then also one claim of each factor, so that factors are often equal. */
    private static Scenario scenario(SplittableRandom random) {
        return weighted(RandomWorlds.any(random), random);
    }

    private static Scenario weighted(Scenario scenario, SplittableRandom random) {
        if (random.nextBoolean()) {
            return scenario;
        }
        Map<Strength, Double> equal = new EnumMap<>(Strength.class);
        for (Strength strength : Shipped.BOOK.book().weights().alliance().keySet()) {
            equal.put(strength, 1.65);
        }
        return RandomWorlds.with(
                scenario,
                Assumptions.NONE
                        .withWeights(Map.of(Question.ALLIANCE, equal, Question.PARTNERSHIP, equal))
                        .withWithout(random.nextBoolean() ? Set.of() : allButOneOfEachGroup(scenario)));
    }

    private static Set<String> allButOneOfEachGroup(Scenario scenario) {
        Map<String, String> kept = new HashMap<>();
        return Shipped.ASSESSOR.assess(scenario).ledger().stream()
                .filter(row -> row.fired() && row.alliancePoints().hundredths() != 0)
                .map(LedgerRow::rule)
                .filter(rule -> !rule.cardId().equals(kept.computeIfAbsent(rule.group(), group -> rule.cardId())))
                .map(Rule::cardId)
                .collect(Collectors.toSet());
    }

    @Test
    void judgementsAreOfTheLargestFactors() {
        Property.forAll(CASES, RankingLawTest::scenario, (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            List<GroupFactors> judged = new ArrayList<>();
            for (Judgement judgement : BRIEFINGS
                    .write(Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203))
                    .judgements()) {
                factor(assessment, judgement).ifPresent(factor -> {
                    judged.add(factor);
                    assertThat(judgement.text()).contains(" by " + Wording.size(factor.sum()) + " evidence points");
                    assertThat(judgement.lead().endsWith(" most"))
                            .isEqualTo(GroupFactors.of(assessment).stream()
                                            .filter(other -> other.direction() == factor.direction())
                                            .filter(other -> other.size() >= factor.size())
                                            .count()
                                    == 1);
                    assertThat(judgement.lead()).contains(factor.direction() < 0 ? " lower" : " raise");
                });
            }
            assertThat(judged)
                    .extracting(GroupFactors::size)
                    .containsExactlyElementsOf(GroupFactors.of(assessment).stream()
                            .filter(GroupFactors::worthNaming)
                            .map(GroupFactors::size)
                            .sorted(Comparator.reverseOrder())
                            .limit(4)
                            .toList());
        });
    }

    private static Optional<GroupFactors> factor(Assessment assessment, Judgement judgement) {
        return GroupFactors.of(assessment).stream()
                .filter(factor -> factor.direction() != 0)
                .filter(factor -> contains(judgement.lead(), factor))
                .findFirst();
    }

    private static boolean contains(String text, GroupFactors factor) {
        return text.toLowerCase(Locale.ROOT).contains(factor.inSentence().toLowerCase(Locale.ROOT));
    }

    @Test
    void leadNamesTheLargestFactorsOfEachDirection() {
        Property.forAll(CASES, random -> weighted(RandomWorlds.random(random), random), (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            String drivers = BRIEFINGS
                    .write(Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203))
                    .drivers();
            List<GroupFactors> factors = GroupFactors.of(assessment);
            for (int direction : List.of(-1, 1)) {
                List<GroupFactors> own = factors.stream()
                        .filter(factor -> factor.direction() == direction && factor.worthNaming())
                        .toList();
                int largest = own.stream().mapToInt(GroupFactors::size).max().orElse(0);
                own.forEach(factor -> assertThat(contains(drivers, factor))
                        .as("%s in %s", factor, drivers)
                        .isEqualTo(factor.size() == largest));
            }
        });
    }

    /** Each is one that a comparison prints, or the sum of the others. */
    @Test
    void sharesOfAChangeAddUpToIt() {
        Property.forAll(CASES, RandomWorlds::any, (before, random) -> {
            ScenarioContrast contrast = new ScenarioContrasts(Shipped.ASSESSOR)
                    .between(Shipped.ASSESSOR.assess(before), Shipped.ASSESSOR.assess(someChanged(before, random)));
            String sentence = new ChangeText(contrast, FIGURES).shares("");
            int sum = AMOUNT.matcher(sentence)
                    .results()
                    .mapToInt(match -> (match.group(1).equals("−") ? -1 : 1)
                            * Integer.parseInt(match.group(2).replace(".", "")))
                    .sum();
            if (!sentence.isEmpty()) {
                assertThat(sum).as(sentence).isEqualTo(contrast.attribution().tenths());
            }
        });
    }

    /** A third of the readings of another scenario; the shares of all of them would take seconds for each case. */
    private static Scenario someChanged(Scenario before, SplittableRandom random) {
        Scenario other = RandomWorlds.moved(random);
        Map<String, Reading> readings = new HashMap<>(before.readings());
        other.readings().forEach((id, reading) -> {
            if (random.nextInt(3) == 0) {
                readings.put(id, reading);
            }
        });
        return other.withReadings(readings);
    }

    @Test
    void readingThatMovesMostMovesMoreThanAnyOtherThatIsNotNamed() {
        Property.forAll(CASES, RandomWorlds::any, (scenario, random) -> {
            SensitivityResult result = new SensitivityAnalysis(Shipped.ASSESSOR).analyze(scenario);
            List<Swing> swings = result.swings();
            if (swings.get(0).spreadTenths() > 0) {
                List<String> named = SensitivitySentences.alike(result);
                double widest = spread(scenario, swings.get(0));
                swings.stream()
                        .skip(1)
                        .filter(swing -> !named.contains(SensitivitySentences.quoted(result, swing)))
                        .forEach(swing -> assertThat(spread(scenario, swing))
                                .as("%s: %s", swing.indicator(), named)
                                .isLessThan(widest));
            }
        });
    }

    /** Before rounding, in percent. */
    private static double spread(Scenario scenario, Swing swing) {
        Indicator indicator = Shipped.BOOK.book().catalogue().indicator(swing.indicator());
        double[] percents = swing.outcomes().stream()
                .mapToDouble(outcome -> Weighed.of(RandomWorlds.with(scenario, indicator.id(), outcome.value()))
                        .result()
                        .percent())
                .map(percent -> Math.max(0.1, Math.min(99.9, percent)))
                .toArray();
        return DoubleStream.of(percents).max().orElseThrow()
                - DoubleStream.of(percents).min().orElseThrow();
    }
}
