package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.DynamicTests;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sentences on another pair take their words from its book. */
class SecondPairWordsTest {

    /** Where a ceiling acts, texts name what the second book waits for, and never a shock or a clash. */
    @TestFactory
    Stream<DynamicTest> ceilingsAreSpokenOfInTheWordsOfTheBook() {
        return Map.of(
                        "assess tariffs-2025 --set treaty_commitment_level=4",
                        "because there is no attack on India",
                        "assess chinese-offensive --set us_ind_rift=4 --set treaty_commitment_level=4",
                        "after arms for the other's enemy",
                        "assess chinese-offensive --set prc_attack_severity=4 --set us_help_in_attack=4"
                                + " --set ind_autonomy_adherence=0 --set ind_combined_operations=4",
                        "The attack on India has opened the way",
                        "brief bad-bet-2023 --set treaty_commitment_level=4 --set us_ind_rift=2 --format html",
                        "Ceiling: the attack on India is missing or incomplete",
                        "brief chinese-offensive --format md",
                        "without it, the likelihood")
                .entrySet()
                .stream()
                .map(one -> DynamicTests.test(one.getKey(), () -> {
                    String text = SecondPairTest.run(one.getKey())
                            .out()
                            .replaceAll("[\\s\u00A0]+", " ")
                            .replace("&#39;", "'");
                    assertThat(text).contains(one.getValue()).doesNotContain(" shock", " clash");
                }));
    }

    @Test
    void suppositionIsAnAlternativeAndNoPartOfTheHistory() {
        assertThat(SecondPairTest.run("assess --series scenarios/us-india")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("on 2008-12-31, to 0.2 %", "Alternatives on 2025-11-30, against tariffs-2025 ")
                .containsPattern("Alternatives on .* chinese-offensive +12.1 %");
    }

    /** No text was read in full, and some are by authors who disagree: whoever sees a citation sees that, too. */
    @Test
    void citedTextsAreNamedWithWhatWasRead() {
        assertThat(SecondPairTest.run("brief bad-bet-2023").out().replace('\u00A0', ' '))
                .contains(
                        "24 cite what was read of Tellis (2023) and other texts",
                        "§4 Tellis, Great Expectations",
                        "a reader's summary, none of the text;",
                        "§5 S. Kalyanaraman",
                        "another author")
                .doesNotContain("encode Tellis", "Lack of the");
        for (String command : List.of("rules show framework_agreed", "explain bad-bet-2023 --rule framework_agreed")) {
            assertThat(SecondPairTest.run(command).out().replaceAll("\\s+", " "))
                    .contains("§5 S. Kalyanaraman, Will India Ally with America?")
                    .doesNotContain("§4 Tellis");
        }
    }

    /** Assistants read it beside every rule book. */
    @Test
    void glossaryIsOfNoPair() throws IOException {
        String glossary = Files.readString(Shipped.RULES.resolveSibling("src/docs/glossary.md"));
        assertThat(FirstPair.namesIn(glossary)).isEmpty();
        assertThat(glossary).doesNotContain("rules/rival", "Korolev");
    }
}
