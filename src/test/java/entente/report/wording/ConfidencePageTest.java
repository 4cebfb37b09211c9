package entente.report.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.RuleBook.ConfidenceParameters;
import entente.model.rule.RuleBook.Parameter;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation of confidence matches the engine; its worked example is recomputed from its formulas. */
class ConfidencePageTest {

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
            sources += swing * source(reading);
            ages += swing * age(reading);
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
