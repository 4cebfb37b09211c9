package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

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
    @CsvSource({"price_of_gas", "x", "WEAK", "years"})
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
