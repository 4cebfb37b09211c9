package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.Subject;
import entente.model.Subject.CeilingEvents;
import entente.model.assessment.Assessment.Warning;
import entente.model.rule.Inventory.ArticleReference;
import entente.model.rule.Inventory.KeyAssumption;
import entente.report.wording.CaveatText;
import entente.testkit.BookFolder;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of the two powers, the texts that are cited and the key assumptions; faults of them are in {@code books}. */
class BookTextsTest {

    private static final String PARAGRAPHS = "paragraphs: {\"1\": 3, \"2\": 6, \"5\": 3, \"6\": 3}";

    @TempDir
    private Path folder;

    private BookFolder book;

    @BeforeEach
    void copyBook() {
        book = BookFolder.copy(BookFolder.BASE, folder.resolve("book"));
    }

    private LoadedRuleBook open() throws RuleBookException {
        return RuleBooks.open(book.folder(), folder.resolve("cache"));
    }

    private static Subject subject(LoadedRuleBook loaded) {
        return loaded.book().catalogue().subject();
    }

    @Test
    void namesAreReadAndTheOthersAreGeneral() throws Exception {
        assertThat(subject(open())).isEqualTo(Subject.UNNAMED);
        book.append(
                "indicators.yaml",
                "\nsubject:\n  pair: \"A and B\"\n  alliance: \"an alliance\"\n  events: {opening: \"war\"}\n");
        Subject named = subject(open());
        assertThat(named.pair()).isEqualTo("A and B");
        assertThat(named.events()).isEqualTo(new CeilingEvents("war", "war", CeilingEvents.UNNAMED.breach()));
    }

    @Test
    void noteIsForScenariosBeforeItsDay() {
        Subject subject = Shipped.BOOK.book().catalogue().subject();
        assertThat(subject.notesAt(LocalDate.of(1991, 12, 25))).hasSize(1);
        assertThat(subject.notesAt(LocalDate.of(1991, 12, 26))).isEmpty();
    }

    @Test
    void contradictionNamesBothIndicators() {
        Catalogue shipped = Shipped.BOOK.book().catalogue();
        Warning share =
                new Warning(Warning.Kind.SHARE_ABOVE_WHOLE, "#/readings/prc_export_share_us_pct", List.of("30", "100"));
        Warning cause = new Warning(
                Warning.Kind.TARIFF_WITHOUT_EFFECT, "#/readings/us_avg_tariff_on_prc_pct", List.of("145", "18"));
        assertThat(CaveatText.plain(share, shipped))
                .isEqualTo("“" + shipped.indicator("prc_export_share_us_pct").shortLabel()
                        + "” (30 percent) is above “"
                        + shipped.indicator("prc_export_share_west5_pct").shortLabel()
                        + "” (a hundred percent), of which it is a part.");
        assertThat(CaveatText.plain(cause, shipped))
                .contains("(145 percent) has no effect with")
                .contains("18 percent");
    }

    @Test
    void eachSectionIsNamed() throws Exception {
        book.replace(
                "inventory.yaml",
                PARAGRAPHS,
                PARAGRAPHS
                        + "\n  texts: {\"1\": \"A: abstract\", \"2\": \"B: all\", \"5\": \"C: beginning\", \"6\": \"D: contents\"}");
        ArticleReference article = open().about().article();
        assertThat(article.textsOf(List.of("§2 ¶1", "§6 ¶3"))).containsExactly("§2 B: all", "§6 D: contents");
        assertThat(article.allTexts()).endsWith(": §1 A: abstract; §2 B: all; §5 C: beginning; §6 D: contents.");
    }

    @Test
    void bookOnOneArticleNamesNone() throws Exception {
        ArticleReference article = open().about().article();
        assertThat(article.allTexts()).isEmpty();
        assertThat(article.textsOf(List.of("§1 ¶1"))).isEmpty();
    }

    @Test
    void keyAssumptionsAreReadInOrder() throws Exception {
        String words = "  - words: \"It lasts\"\n    cites: [\"§1 ¶1\"]\n    indicator: export_share_pct\n";
        book.append("inventory.yaml", "\nkeyAssumptions:\n" + words + words + "    holds: '<= LOW'\n");
        RuleCondition holds = new RuleCondition("export_share_pct", ComparisonOperator.AT_MOST, Grade.LOW);
        assertThat(open().about().keyAssumptions())
                .containsExactly(
                        new KeyAssumption("It lasts", List.of("§1 ¶1"), "export_share_pct", Optional.empty()),
                        new KeyAssumption("It lasts", List.of("§1 ¶1"), "export_share_pct", Optional.of(holds)));
    }
}
