package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.model.Commitment;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.VerdictFlag;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.Folders;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine does not depend on ids of indicators or tags: renaming them gives the same result. */
class RenamedIndicatorsTest {

    private static final Map<String, String> NAMES = Map.of(
            "treaty_commitment_level", "obligation",
            "us_avg_tariff_on_prc_pct", "levy",
            "prc_export_share_us_pct", "narrow_share",
            "prc_export_share_west5_pct", "wide_share",
            "\"pact\"", "\"bond\"",
            "tag: pact", "tag: bond");

    private static final String SCENARIO = """
            {"id": "s", "title": "S", "readings": {"treaty_commitment_level": 4, "rus_elite_balancing_sentiment": 4,
              "us_avg_tariff_on_prc_pct": 145, "prc_export_share_us_pct": 11.1, "prc_export_share_west5_pct": 10}}
            """;

    @Test
    @Tag("thorough")
    void otherNamesGiveTheSameAnswer(@TempDir Path folder) throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (Path file : Folders.files(Shipped.RULES, "")) {
            Files.writeString(rules.resolve(file.getFileName()), renamed(Files.readString(file)));
        }
        LoadedRuleBook book = RuleBooks.open(rules, folder);
        Assessment other = new Assessor(book)
                .assess(Shipped.accepted(new ScenarioReader(Vocabulary.of(book.book()))
                        .read(renamed(SCENARIO).getBytes(StandardCharsets.UTF_8), ScenarioSource.none())));
        Assessment shipped = Shipped.ASSESSOR.assess(Shipped.parse(SCENARIO));
        assertThat(other.verdict()).isEqualTo(shipped.verdict());
        assertThat(other.verdict().commitment()).isEqualTo(Commitment.DEFENCE);
        assertThat(other.verdict().flags()).contains(VerdictFlag.HOLLOW_ALLIANCE);
        assertThat(other.warnings())
                .extracting(Warning::kind, Warning::facts)
                .contains(
                        tuple(Warning.Kind.SHARE_ABOVE_WHOLE, List.of("11.1", "10")),
                        tuple(Warning.Kind.TARIFF_WITHOUT_EFFECT, List.of("145", "11.1")));
    }

    private static String renamed(String text) {
        String renamed = text;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }
}
