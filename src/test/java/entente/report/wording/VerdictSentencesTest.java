package entente.report.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Verdict;
import entente.model.rule.RuleBook.ConfidenceParameters;
import entente.model.rule.RuleBook.Parameter;
import entente.report.wording.MeasureText.OpenReading;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures, their words, and sentences: which of likelihood and interval comes first, by when, and why. */
class VerdictSentencesTest {

    private static final String RANGES =
            ", \"readings\": {\"political_will_to_ally\": {\"value\": 2, \"low\": 0, \"high\": 4}}";

    private static Assessment assess(String fields) {
        return Shipped.ASSESSOR.assess(Shipped.parse(
                "{\"schemaVersion\": \"1\", \"id\": \"x\", \"title\": \"X\", \"horizonYears\": 5" + fields + "}"));
    }

    private static String statement(String fields) {
        return Wording.plain(new VerdictSentences(assess(fields), LikelihoodScale.ICD203).statement());
    }

    /** Six points multiply the odds by 3.98: 10 % becomes 30.7 %. */
    @ParameterizedTest
    @CsvSource({
        "100, 306, false",
        "100, 307, true",
        "10, 38, false",
        "10, 39, false",
        "10, 50, true",
        "694, 900, false",
        "692, 900, true"
    })
    void anIntervalOfMoreThanSixPointsAndOneBandIsWide(int low, int high, boolean wide) {
        assertThat(new Interval(new Percent(low), new Percent(high), true).isWide())
                .isEqualTo(wide);
    }

    /** What stands beside a likelihood holds it: within the range of the word, or between the two words that are named. */
    @Test
    void everyLikelihoodLiesWhereItsWordsSay() {
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            for (int tenths = Percent.LOWEST.tenths(); tenths <= Percent.HIGHEST.tenths(); tenths++) {
                Percent percent = new Percent(tenths);
                Word word = scale.term(percent);
                String words = VerdictSentences.words(percent, scale);
                if (word.adjacent().isEmpty()) {
                    String range = " (" + VerdictSentences.range(word, scale);
                    boolean beyond = tenths > word.to() * 10;
                    String here = beyond
                            ? ", here more than 99 %"
                            : scale == LikelihoodScale.PHIA && tenths < 10 ? ", here less than 1 %" : "";
                    assertThat(Wording.plain(words)).isEqualTo(Wording.plain(word.term() + range + here + ")"));
                    assertThat(tenths).isBetween(word.from() * 10, beyond ? 999 : word.to() * 10);
                } else {
                    Word below = word.adjacent().get(0);
                    Word above = word.adjacent().get(1);
                    assertThat(words).startsWith("between " + below.term()).contains(" and " + above.term());
                    assertThat(tenths).isBetween(below.to() * 10, above.from() * 10);
                }
            }
        }
    }

    @Test
    void theLastDayIsNamedUnlessItEndsAYear() {
        String known = ", \"readings\": {\"political_will_to_ally\": 2}";
        assertThat(statement(", \"asOf\": \"2026-03-31\"" + known)).contains(" by 31 March 2031 ");
        assertThat(statement(", \"asOf\": \"2025-12-31\"" + known)).contains(" by the end of 2030 ");
        assertThat(statement(known)).contains(" within five years ");
    }

    @Test
    void theReasonOfAWideIntervalIsTrue() {
        assertThat(statement(RANGES))
                .startsWith(
                        "The likelihood of an operational alliance of China and Russia within five years depends on "
                                + (new VerdictSentences(assess(RANGES), LikelihoodScale.ICD203)
                                                .moving()
                                                .size()
                                        - 1) + " of " + (Shipped.indicators() - 1)
                                + " unrated indicators and one reading given as a range: ")
                .contains("; what is rated, taken alone and at its best estimates, gives ")
                .doesNotContain("too little");
        Assessment ranges = Shipped.ASSESSOR.assess(Shipped.rated(
                "baseline-2018", Map.of("treaty_commitment_level", "0..4", "us_reaction_severity_expected", "0..4")));
        VerdictSentences verdict = new VerdictSentences(ranges, LikelihoodScale.ICD203);
        assertThat(verdict.isIntervalFirst()).isTrue();
        assertThat(Wording.plain(verdict.statement()))
                .containsPattern(" depends on five of \\d+ readings given as a range: ")
                .contains("; their best estimates give ")
                .doesNotContain("unrated", "too little");
    }

    @Test
    void aTreatyThatIsReadWithARangeIsABestEstimate() {
        String level = "treaty_commitment_level";
        assertThat(inForce(Map.of(level, "2..4"))).startsWith("In force, by the best estimate: ");
        assertThat(inForce(Map.of(level, "3"))).startsWith("In force: ");
        assertThat(inForce(Map.of(level, "unknown"))).isEqualTo("The treaty in force is not rated.");
    }

    /** A hollow treaty still counts by its letter: what is silenced is the part that rests on trust. */
    @Test
    void aHollowTreatyIsSaidToCountInPart() {
        Assessment assessment = Shipped.assess("border-war-1969");
        assertThat(VerdictSentences.relationship(assessment))
                .contains("A hollow treaty of defence: only its legal form is counted, not the trust behind it.");
        assertThat(assessment.ledger())
                .filteredOn(row -> Set.of("pledge_given_very_high", "defence_pact")
                        .contains(row.rule().id()))
                .extracting(LedgerRow::status)
                .containsExactlyInAnyOrder(LedgerStatus.FIRED, LedgerStatus.OVERRIDDEN);
        assertThat(assessment.ledger())
                .filteredOn(row -> row.rule().overrides().contains("pact"))
                .hasSize(2)
                .allMatch(row -> row.rule().claim().contains("by its letter alone"));
    }

    private static String inForce(Map<String, String> readings) {
        return VerdictSentences.relationship(Shipped.ASSESSOR.assess(Shipped.with("baseline-2018", readings)))
                .get(1);
    }

    @Test
    void nothingDependsOnOtherReadingsThanThoseThatAreCounted() {
        Property.law(RandomWorlds::any, (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            VerdictSentences verdict = new VerdictSentences(assessment, LikelihoodScale.ICD203);
            Scenario fixed = scenario;
            for (Indicator indicator : RandomWorlds.INDICATORS) {
                Reading reading = scenario.reading(indicator.id());
                if (!verdict.moving().contains(indicator.id())
                        && reading.distribution().isEmpty()) {
                    ValueRange range =
                            reading.range().orElse(new ValueRange(indicator.low(), indicator.low(), indicator.high()));
                    double value = random.nextBoolean() ? range.low() : range.high();
                    fixed = RandomWorlds.with(fixed, Reading.known(indicator.id(), value));
                }
            }
            Verdict before = assessment.verdict();
            Verdict after = Shipped.ASSESSOR.assess(fixed).verdict();
            assertThat(after.likelihood()).isEqualTo(before.likelihood());
            if (before.interval().exact()) {
                assertThat(after.interval()).isEqualTo(before.interval());
            }
            assertThat(before.interval().widthTenths() > 0
                            && verdict.openReadings().isEmpty())
                    .isFalse();
        });
    }

    /** What the statement counts heads the list of what is open, ranges too; only what narrows the interval is before it. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void whatTheLikelihoodDependsOnIsListedAsOpen(String id) {
        Assessment assessment = Shipped.assess(id);
        Set<String> moving = new VerdictSentences(assessment, LikelihoodScale.ICD203).moving();
        List<OpenReading> open = OpenReading.of(assessment);
        assertThat(open).extracting(one -> one.indicator().id()).doesNotHaveDuplicates();
        assertThat(open.subList(0, moving.size()))
                .allMatch(one ->
                        one.narrows() > 0 || moving.contains(one.indicator().id()));
    }

    /** The British scale has gaps: an end that lies in one has the nearest term as its bound. */
    @Test
    void endsBetweenTwoTermsAreReadable() {
        assertThat(british(62, 75)).isEqualTo("between a remote chance (>0–5 %) and highly unlikely (10–20 %)");
        assertThat(british(62, 370))
                .isEqualTo("between a remote chance (>0–5 %) and a realistic possibility (40–<50 %)");
        assertThat(british(62, 300)).isEqualTo("from above a remote chance (>0–5 %) to unlikely (25–35 %)");
        assertThat(british(300, 370)).isEqualTo("from unlikely (25–35 %) to below a realistic possibility (40–<50 %)");
        assertThat(british(300, 310)).isEqualTo("unlikely (25–35 %)");
        for (int low = 1; low <= 999; low += 7) {
            for (int high = low; high <= 999; high += 7) {
                assertThat(british(low, high)).doesNotContain("from between", "to between");
            }
        }
    }

    private static String british(int low, int high) {
        return Wording.plain(VerdictSentences.words(new Percent(low), new Percent(high), LikelihoodScale.PHIA));
    }

    @Test
    void withoutAnyReadingThereIsNoVerdict() {
        assertThat(statement(", \"readings\": {}"))
                .startsWith(
                        "Nothing is rated, so there is no verdict on an operational alliance of China and Russia within"
                                + " five years: the base rate alone gives "
                                + Wording.plain(
                                        Wording.percent(Shipped.BOOK.book().baseRate(Assumptions.NONE, 5)))
                                + ", and the unrated indicators allow anything from ");
        VerdictSentences none = new VerdictSentences(assess(", \"readings\": {}"), LikelihoodScale.PHIA);
        assertThat(List.of(none.figure(), none.words())).containsExactly("no verdict", "nothing is rated");
        assertThat(none.interval()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"5.9, 6", "52, 52", "1, 1.0", "0.44, 0.4", "4.96, 5", "99, 99", "0, 0.0"})
    void percentageIsWholeFromFiveUpWithANonBreakingSpace(double percent, String written) {
        assertThat(Wording.percent(percent)).isEqualTo(written + Wording.GLUE + "%");
    }

    @ParameterizedTest
    @CsvSource({"1, ≤ 0.1", "2, 0.2", "989, 99", "995, 99.5", "999, ≥ 99.9"})
    void endsOfTheScaleAreMarked(int tenths, String written) {
        assertThat(Figures.ICD203.onScale(new Percent(tenths), true).replace(Wording.GLUE, ' '))
                .isEqualTo(written + " %");
    }

    /** A limit is marked wherever it stands, and a base rate is none. */
    @Test
    void limitsKeepTheirMarkInEveryForm() {
        Percent low = Percent.LOWEST;
        Interval interval = new Interval(low, new Percent(3), true);
        assertThat(Stream.of(
                                Wording.percent(low),
                                Wording.percents(low, new Percent(3)),
                                FIGURES.span(interval),
                                FIGURES.dash(low, low, new Percent(500)),
                                Wording.percent(0.1))
                        .map(Wording::plain))
                .containsExactly("0.1 % or less", "0.1 % or less to 0.3 %", "≤ 0.1 % to 0.3 %", "≤ 0.1–50 %", "0.1 %");
    }

    /** Below one half as a part of one, as a small decimal is hard to read. */
    @ParameterizedTest
    @CsvSource({
        "0.073, 1/14",
        "0.0015, 1/667",
        "0.1, a tenth",
        "0.25, a quarter",
        "0.35, a third",
        "0.5, half",
        "0.54, half",
        "0.56, 0.6 times",
        "0.8, 0.8 times",
        "1.3, 1.3 times",
        "1.97, twice",
        "2.04, twice",
        "2.3, 2.3 times",
        "3.04, three times",
        "13.4, 13 times"
    })
    void ratiosAreFactorsOrParts(double ratio, String written) {
        assertThat(Figures.times(ratio)).isEqualTo("about " + written + " as likely");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.96, 1, 1.04})
    void ratiosOfAboutOneAreNotTold(double ratio) {
        assertThat(Figures.times(ratio)).isEmpty();
    }

    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    @ParameterizedTest
    @CsvSource({
        "1, 0.1 % or less", // the end of the scale
        "999, 99.9 % or more",
        "4, 0.4 %",
        "996, 99.6 %", // never certain
        "11, 1.1 %",
        "49, 4.9 %",
        "50, 5 %",
        "125, 13 %",
        "198, 19.8 %", // 20 % would be unlikely (20–45 %)
        "447, 44.7 %",
        "513, 51 %"
    })
    void likelihoodIsWholeUnlessThatWouldMislead(int tenths, String printed) {
        assertThat(Wording.plain(FIGURES.of(new Percent(tenths)))).isEqualTo(printed);
    }

    @Test
    void endsThatRoundToTheSameHaveDecimals() {
        assertThat(Wording.plain(FIGURES.span(new Percent(56), new Percent(60), new Percent(69))))
                .isEqualTo("5.6 % to 6.9 %");
        assertThat(Wording.plain(FIGURES.span(new Percent(66), new Percent(94), new Percent(121))))
                .isEqualTo("7 % to 12 %");
        assertThat(Wording.plain(FIGURES.span(Percent.LOWEST, new Percent(50), new Percent(73))))
                .isEqualTo("0.1 % or less to 7 %");
    }

    /** What is printed beside a difference to the tenth has that difference, and two figures that differ are never printed alike. */
    @Test
    void aPairShowsItsDifference() {
        for (int before = 1; before <= 999; before += 2) {
            for (int after = 1; after <= 999; after += 3) {
                Figures.Pair pair = FIGURES.pair(new Percent(before), new Percent(after));
                assertThat(Math.round(10 * (number(pair.after()) - number(pair.before()))))
                        .as("%s and %s tenths", before, after)
                        .isEqualTo(after - before);
            }
        }
        assertThat(FIGURES.pair(new Percent(100), new Percent(100)).before()).startsWith("10" + Wording.GLUE);
    }

    private static double number(String figure) {
        return Double.parseDouble(figure.replaceAll("[≤≥%\u00A0]", ""));
    }

    // The documentation of confidence matches the engine; its worked example is recomputed from its formulas.

    private static final ConfidenceParameters SCHEME = Shipped.BOOK.book().confidence();

    private final Assessment baseline = Shipped.assess("baseline-2018");
    private final String page =
            new String(Shipped.bytes(Path.of("src", "docs", "confidence.md")), StandardCharsets.UTF_8);

    @Test
    void sourceScoresMatchTheBook() {
        assertThat(page).contains(row("score", SCHEME.reliability())).contains(row("score", SCHEME.credibility()));
        assertThat(page).contains("source | A | B | C | D | E | F |").contains("information | 1 | 2 | 3 | 4 | 5 | 6 |");
    }

    private static String row(String head, Map<String, Parameter> scores) {
        return "| " + head + " | "
                + new TreeMap<>(scores)
                        .values().stream()
                                .map(figure -> String.format(Locale.ROOT, "%.1f", figure.value()))
                                .collect(Collectors.joining(" | "))
                + " |";
    }

    @Test
    void thresholdsMatchTheBook() {
        assertThat(page)
                .contains(
                        "high from " + plain(SCHEME.high()) + ", moderate from " + plain(SCHEME.moderate()),
                        plain(SCHEME.ungraded()) + " without a grade",
                        "| coverage | 1 | " + plain(SCHEME.assumedCoverage()) + " | 0 |",
                        "| " + plain(SCHEME.assumedSource()) + " | 0 |",
                        "1 up to " + plain(SCHEME.freshYears()) + " year, then a straight line to 0 at "
                                + plain(SCHEME.worthlessYears()) + " years",
                        "Below " + plain(SCHEME.stepDownBelow()) + " the level goes down a step",
                        "more than " + Wording.count((int) SCHEME.wideBands().value()) + " bands",
                        "more than "
                                + Wording.count((int) SCHEME.longViewYears().value()) + " years");
    }

    private static String plain(Parameter figure) {
        return Wording.figure(figure.value());
    }

    @Test
    void workedExampleMatchesTheEngine() {
        double swings = 0;
        double sources = 0;
        double ages = 0;
        for (Reading reading : baseline.scenario().readings().values()) {
            double swing = swing(reading.indicator());
            swings += swing;
            if (reading.grade().isPresent()) {
                sources += swing * source(reading);
                ages += swing * age(reading);
            }
        }
        for (String indicator : List.of(
                "rus_west_relations",
                "treaty_commitment_level",
                "prc_export_share_west5_pct",
                "rus_public_prc_military_threat_pct")) {
            Reading reading = baseline.scenario().reading(indicator);
            assertThat(page)
                    .contains(String.format(
                            Locale.ROOT,
                            "| `%s` | %.2f | %s | %.2f | %s | %.2f |",
                            indicator,
                            swing(indicator),
                            reading.grade().orElseThrow(),
                            source(reading),
                            reading.asOf().orElseThrow(),
                            age(reading)));
        }
        assertThat(baseline.confidence().sourceGrade()).isCloseTo(sources / swings, within(0.0005));
        assertThat(baseline.confidence().age()).isCloseTo(ages / swings, within(0.0005));
    }

    private double swing(String indicator) {
        double slight = Objects.requireNonNull(
                        Shipped.BOOK.book().weights().alliance().get(Strength.SLIGHT))
                .value();
        double sum = baseline.ledger().stream()
                .filter(row -> row.rule().conditions().stream()
                        .map(RuleCondition::indicator)
                        .anyMatch(indicator::equals))
                .map(LedgerRow::alliancePoints)
                .mapToDouble(points -> Math.abs(points.value()))
                .sum();
        return Math.max(slight, sum);
    }

    private static double source(Reading reading) {
        var grade = reading.grade().orElseThrow();
        Parameter letter = Objects.requireNonNull(SCHEME.reliability().get(grade.reliability()));
        Parameter digit = Objects.requireNonNull(SCHEME.credibility().get(grade.credibility()));
        return (letter.value() + digit.value()) / 2;
    }

    private double age(Reading reading) {
        long days = Math.abs(ChronoUnit.DAYS.between(
                reading.asOf().orElseThrow(), baseline.scenario().asOf().orElseThrow()));
        return Math.max(0, Math.min(1, (12 - days / 365.25) / 11));
    }
}
