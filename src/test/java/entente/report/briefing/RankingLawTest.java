package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.comparison.Share;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Judgements.Factor;
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
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a sentence ranks one thing above another, the values before rounding differ in that direction; equal ones are said to be. */
@Tag("law")
class RankingLawTest {

    /** Each takes a briefing or a comparison. */
    private static final int CASES = Math.min(Property.cases(), 100);

    private static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());
    private static final Pattern AMOUNT = Pattern.compile("([+−])([\\d.]+) from (?=“|the other|changed)");
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
    void judgementsRankFactorsByTheirPoints() {
        List<String> ranks = new ArrayList<>();
        Property.forAll(CASES, RankingLawTest::scenario, (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            Briefing briefing = BRIEFINGS.write(Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203));
            Map<Integer, Points> before = new HashMap<>();
            for (Judgement judgement : briefing.judgements()) {
                Optional<Factor> factor = factor(assessment, judgement);
                if (factor.isEmpty()) {
                    continue;
                }
                Points points = factor.get().points();
                Points last = before.put(factor.get().direction(), points);
                long larger = assessment.groups().stream()
                        .map(GroupResult::alliancePoints)
                        .filter(other -> other.hundredths() * factor.get().direction()
                                >= factor.get().size())
                        .count();
                String lead = judgement.lead();
                assertThat(judgement.text()).contains("by " + Wording.size(points) + " evidence points");
                if (lead.endsWith(" most")) {
                    ranks.add("most");
                    assertThat(larger).as(lead).isEqualTo(1);
                } else if (lead.endsWith(" as much as any other factor")) {
                    ranks.add("as much");
                    assertThat(larger).as(lead).isGreaterThan(1);
                } else if (lead.endsWith(" equally")) {
                    ranks.add("equally");
                    assertThat(points).as(lead).isEqualTo(last);
                } else {
                    ranks.add("further");
                    assertThat(lead).endsWith(" it further");
                    assertThat(factor.get().size()).as(lead).isLessThan(Math.abs(last.hundredths()));
                }
            }
        });
        assertThat(ranks).contains("most", "as much", "equally", "further");
    }

    private static Optional<Factor> factor(Assessment assessment, Judgement judgement) {
        return Factor.of(assessment).stream()
                .filter(factor -> factor.direction() != 0)
                .filter(factor -> contains(judgement.lead(), factor))
                .findFirst();
    }

    private static boolean contains(String text, Factor factor) {
        return text.toLowerCase(Locale.ROOT).contains(factor.inSentence().toLowerCase(Locale.ROOT));
    }

    @Test
    void leadNamesTheLargestFactorsOfEachDirection() {
        Property.forAll(CASES, random -> weighted(RandomWorlds.random(random), random), (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            String drivers = BRIEFINGS
                    .write(Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203))
                    .drivers();
            List<Factor> factors = Factor.of(assessment);
            for (int direction : List.of(-1, 1)) {
                List<Factor> own = factors.stream()
                        .filter(factor -> factor.direction() == direction && factor.worthNaming())
                        .toList();
                int largest = own.stream().mapToInt(Factor::size).max().orElse(0);
                own.forEach(factor -> assertThat(contains(drivers, factor))
                        .as("%s in %s", factor, drivers)
                        .isEqualTo(factor.size() == largest));
            }
        });
    }

    /** Shares are printed in the order of those that a comparison prints, and less than one printed unit away from them. */
    @Test
    void sharesOfAChangeAreInTheOrderOfTheirTenths() {
        List<Integer> units = new ArrayList<>();
        Property.forAll(CASES, RandomWorlds::any, (before, random) -> {
            // Shares in whole points take likelihoods that are rare in the book.
            Assumptions likely = random.nextBoolean()
                    ? Assumptions.NONE
                    : Assumptions.NONE
                            .withBaseRatePercent(OptionalDouble.of(50))
                            .withWithout(Set.of("no_switch"));
            ScenarioContrast contrast = new ScenarioContrasts(Shipped.ASSESSOR)
                    .between(
                            Shipped.ASSESSOR.assess(RandomWorlds.with(before, likely)),
                            Shipped.ASSESSOR.assess(RandomWorlds.with(someChanged(before, random), likely)));
            ChangeText text = new ChangeText(contrast, FIGURES);
            String sentence = text.shares("");
            int unit = text.size().contains(".") ? 1 : 10;
            List<Integer> printed = AMOUNT.matcher(sentence)
                    .results()
                    .map(match -> (match.group(1).equals("−") ? -1 : 1)
                            * Integer.parseInt(match.group(2).replace(".", ""))
                            * unit)
                    .toList();
            List<Integer> tenths = new ArrayList<>(contrast.attribution().shares().stream()
                    .flatMap(half -> half.parts().stream())
                    .flatMap(group -> group.parts().isEmpty() ? Stream.of(group) : group.parts().stream())
                    .sorted(Comparator.comparing((Share share) -> share.exact().abs())
                            .reversed())
                    .map(Share::rounded)
                    .sorted(Comparator.comparingInt(share -> -Math.abs(share)))
                    .toList());
            int named = printed.size() - (sentence.contains(" from the other ") ? 1 : 0);
            List<Integer> exact = new ArrayList<>(tenths.subList(0, named));
            exact.add(tenths.stream().skip(named).mapToInt(share -> share).sum());
            units.add(printed.size() > 2 ? unit : 0);
            for (int one = 0; one < printed.size(); one++) {
                assertThat(Math.abs(printed.get(one) - exact.get(one)))
                        .as(sentence)
                        .isLessThan(unit);
                for (int other = 0; other < printed.size(); other++) {
                    if (exact.get(one) > exact.get(other)) {
                        assertThat(printed.get(one)).as(sentence).isGreaterThanOrEqualTo(printed.get(other));
                    }
                }
            }
            if (!printed.isEmpty()) {
                assertThat(printed.stream().mapToInt(share -> share).sum())
                        .as(sentence)
                        .isEqualTo(
                                unit == 1
                                        ? contrast.attribution().tenths()
                                        : Figures.whole(contrast.attribution().tenths()) * unit);
            }
        });
        assertThat(units).contains(1, 10);
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
