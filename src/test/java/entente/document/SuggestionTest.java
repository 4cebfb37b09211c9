package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN =
            List.of("western_sanctions_on_rus", "rus_west_relations", "horizonYears", "id", "STRONG", "MODERATE");

    @ParameterizedTest
    @CsvSource({
        "western_sanction_on_rus, western_sanctions_on_rus",
        "westernsanctionsonrus, western_sanctions_on_rus",
        "HORIZONYEARS, horizonYears",
        "horizon_years, horizonYears",
        "Id, id",
        "ids, id",
        "strong, STRONG",
        "STRONGLY, STRONG",
        "moderat, MODERATE",
        "sttrong, STRONG"
    })
    void suggestsSimilarNames(String word, String meant) {
        assertThat(Suggestion.closest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"price_of_gas", "x", "WEAK", "st"})
    void suggestsNothingForDissimilarNames(String word) {
        assertThat(Suggestion.closest(word, KNOWN)).isEmpty();
    }

    @Test
    void suggestsNameWithSwappedLetters() {
        assertThat(Suggestion.closest("titel", List.of("title", "id"))).contains("title");
        assertThat(Suggestion.closest("steak", List.of("stake"))).contains("stake");
    }

    @Test
    void suggestsNothingWithoutKnownNames() {
        assertThat(Suggestion.closest("word", List.of())).isEmpty();
        assertThat(Suggestion.closest("", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tariff, us_avg_tariff_on_prc_pct",
        "TARIFF ON, us_avg_tariff_on_prc_pct",
        "west-relations, rus_west_relations",
        "years, horizonYears"
    })
    void suggestsNamesThatContainTheWord(String word, String meant) {
        List<String> known = new ArrayList<>(KNOWN);
        known.add("us_avg_tariff_on_prc_pct");
        assertThat(Suggestion.closest(word, known)).contains(meant);
    }

    @Test
    void suggestsNamesThatShareMostOfTheWords() {
        List<String> known = List.of("interoperability_stage", "western_markets_matter", "military_value_of_prc");
        assertThat(Suggestion.similar("military_interoperability", known)).containsExactly("interoperability_stage");
        assertThat(Suggestion.similar("westrn_markets", known)).containsExactly("western_markets_matter");
        assertThat(Suggestion.similar("value_of_the_markets", known)).isEmpty();
    }

    @Test
    void suggestsTheClosestThenTheShortestUpToThree() {
        List<String> known = List.of("status", "a-status-quo", "status-quo-2025", "status-conflict-1958", "statue");
        assertThat(Suggestion.similar("statu", known)).containsExactly("statue", "status", "a-status-quo");
        assertThat(Suggestion.sentence("status-", known))
                .isEqualTo(" Did you mean status, a-status-quo or status-quo-2025?");
        assertThat(Suggestion.sentence("nothing", known)).isEmpty();
    }

    @Test
    void breaksTiesAlphabetically() {
        assertThat(Suggestion.closest("cat", List.of("hat", "bat"))).contains("bat");
        assertThat(Suggestion.closest("cat", List.of("bat", "hat"))).contains("bat");
    }

    @Test
    void doesNotCompareVeryLongNames() {
        assertThat(Suggestion.closest("id".repeat(50_000), KNOWN)).isEmpty();
    }
}
