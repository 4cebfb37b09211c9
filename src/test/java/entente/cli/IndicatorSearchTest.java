package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code indicators} with a part of an id, a label or a group lists the indicators that have it. */
class IndicatorSearchTest {

    @Test
    void matchesAreListedByGroupAsAllAre() {
        Invocation run = Invocation.of("scenario", "indicators", "tariff");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        String listed = Invocation.of("scenario", "indicators").out();
        String tariff = listed.substring(listed.indexOf("  us_avg_tariff_on_prc_pct (percent 0 to 200)\n"));
        String[] item = tariff.split("\n");
        assertThat(run.out()).startsWith("One indicator with “tariff”").contains(item[0] + "\n" + item[1] + "\n");
        assertThat(run.out().lines().filter(line -> line.contains(" to ") && line.contains("(")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"tariff, us_avg_tariff_on_prc_pct", "TARIFF, us_avg_tariff_on_prc_pct"})
    void jsonHasTheMatches(String word, String id) {
        Invocation run = Invocation.of("scenario", "indicators", word, "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"id\": \"" + id + "\"").containsOnlyOnce("\"id\": ");
    }

    @Test
    void groupAndLabelAreSearchedToo() {
        long ofGroup = Shipped.BOOK.book().catalogue().indicators().stream()
                .filter(indicator -> indicator.group().equals("us_reaction"))
                .count();
        assertThat(Invocation.of("scenario", "indicators", "us-reaction").out().lines())
                .filteredOn(line -> line.startsWith("  ") && line.endsWith(")") && line.contains(" to "))
                .hasSize((int) ofGroup);
        assertThat(Invocation.of("scenario", "indicators", "Chinese goods").out())
                .startsWith("One indicator with “Chinese goods”")
                .contains("us_avg_tariff_on_prc_pct");
    }

    @Test
    void exactIdShowsItsScale() {
        assertThat(Invocation.of("scenario", "indicators", "political_will_to_ally")
                        .out())
                .contains("Anchors")
                .doesNotContain(" with “");
    }

    @Test
    void wordWithoutAMatchIsAUsageError() {
        Invocation run = Invocation.of("scenario", "indicators", "\u001bsubmarine");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).startsWith("entente: there is no indicator ").doesNotContain("\u001b");
    }
}
