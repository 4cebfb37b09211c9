package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.Subject;
import entente.model.Subject.CeilingEvents;
import entente.model.assessment.Assessment.Warning;
import entente.model.rule.Inventory.ArticleReference;
import entente.model.rule.Inventory.KeyAssumption;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.report.wording.CaveatText;
import entente.testkit.BookFolder;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book has from its files; in a subfolder of another book it uses its catalogue unless it has its own. */
class RuleBookFolderTest {

    private static final String EXPORTS = "export_share_pct";

    @TempDir
    private Path temp;

    private Path above;
    private Path below;
    private BookFolder upper;
    private BookFolder lower;

    @BeforeEach
    void copy() throws IOException {
        above = Files.createDirectory(temp.resolve("above"));
        upper = BookFolder.small(above);
        below = Files.createDirectory(above.resolve("below"));
        lower = BookFolder.small(below);
        Files.delete(below.resolve(RuleBookFolder.INDICATORS));
    }

    private static RuleBook book(Path folder) throws RuleBookException {
        return new RuleBookReader(RuleBookFolder.read(folder)).read();
    }

    private static List<RuleBookFault> faults(Path folder) {
        try {
            new RuleBookReader(RuleBookFolder.read(folder)).read();
            return List.of();
        } catch (RuleBookException wrong) {
            return wrong.faults();
        }
    }

    private static String labelOfExports(Path folder) throws RuleBookException {
        return book(folder).catalogue().indicators().stream()
                .filter(i -> i.id().equals(EXPORTS))
                .map(Indicator::label)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void usesCatalogueOfParentFolder() throws Exception {
        assertThat(book(below).sha256())
                .as("the same book")
                .isEqualTo(book(above).sha256());
        LoadedRuleBook open = RuleBooks.open(below, temp.resolve("cache"));
        assertThat(open.book().catalogue().positions()).containsKey(EXPORTS);
    }

    @Test
    void prefersOwnCatalogue() throws Exception {
        Files.copy(above.resolve(RuleBookFolder.INDICATORS), below.resolve(RuleBookFolder.INDICATORS));
        String label = labelOfExports(above);
        lower.replace(RuleBookFolder.INDICATORS, label, "Exports in the book below");
        assertThat(labelOfExports(below)).isEqualTo("Exports in the book below");
        assertThat(labelOfExports(above)).isEqualTo(label);
        assertThat(RuleBookFolder.read(below).sharesCatalogue()).isFalse();
    }

    @Test
    void editOfSharedCatalogueChangesBothDigests() throws Exception {
        String keyAbove = RuleBookFolder.read(above).key();
        String keyBelow = RuleBookFolder.read(below).key();
        String digest = book(below).sha256();
        upper.replace(RuleBookFolder.INDICATORS, "{from: 15,", "{from: 16,");
        assertThat(RuleBookFolder.read(above).key()).isNotEqualTo(keyAbove);
        assertThat(RuleBookFolder.read(below).key()).isNotEqualTo(keyBelow);
        assertThat(book(below).sha256())
                .isNotEqualTo(digest)
                .isEqualTo(book(above).sha256());
    }

    @Test
    void parentBookIgnoresSubfolders() throws Exception {
        String key = RuleBookFolder.read(above).key();
        String digest = book(above).sha256();
        lower.replaceAll("claims.drl", "rule \"", "no rule \"");
        Files.writeString(below.resolve("more.drl"), "nonsense");
        assertThat(RuleBookFolder.read(above).key()).isEqualTo(key);
        assertThat(book(above).sha256()).isEqualTo(digest);
    }

    @Test
    void sharesOnlyTheCatalogue() throws Exception {
        Files.delete(below.resolve(RuleBookFolder.WEIGHTS));
        Files.delete(below.resolve(RuleBookFolder.INVENTORY));
        assertThat(faults(below))
                .extracting(RuleBookFault::file, RuleBookFault::code)
                .containsExactlyInAnyOrder(
                        tuple(RuleBookFolder.WEIGHTS, "MISSING_FILE"), tuple(RuleBookFolder.INVENTORY, "MISSING_FILE"));
    }

    @Test
    void faultOfSharedCatalogueNamesItsFile() throws Exception {
        upper.replace(RuleBookFolder.INDICATORS, "unit: \"percent\"", "unit: \"furlongs\"");
        assertThat(faults(below)).hasSize(1).first().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("../indicators.yaml");
            assertThat(fault.line()).isPositive();
            assertThat(fault.code()).isEqualTo("UNKNOWN_UNIT");
        });
        assertThat(faults(above)).extracting(RuleBookFault::file).containsExactly(RuleBookFolder.INDICATORS);
    }

    @Test
    void rejectsFolderWithoutCatalogue() throws Exception {
        Path further = Files.createDirectory(above.resolve("empty"));
        Path lowest = Files.createDirectory(further.resolve("lowest"));
        BookFolder.small(lowest);
        Files.delete(lowest.resolve(RuleBookFolder.INDICATORS));
        assertThat(faults(lowest))
                .filteredOn(fault -> fault.code().equals("MISSING_FILE"))
                .extracting(RuleBookFault::file)
                .as("only the parent folder is searched")
                .containsExactly(RuleBookFolder.INDICATORS);
    }

    // Names of the two powers, texts that are cited, key assumptions; faults of them are in src/test/resources/books.
    private static final String PARAGRAPHS = "paragraphs: {\"1\": 3, \"2\": 6, \"5\": 3, \"6\": 3}";

    private LoadedRuleBook open() throws RuleBookException {
        return RuleBooks.open(above, temp.resolve("cache"));
    }

    private static Subject subject(LoadedRuleBook loaded) {
        return loaded.book().catalogue().subject();
    }

    @Test
    void namesAreReadAndTheOthersAreGeneral() throws Exception {
        assertThat(subject(open())).isEqualTo(Subject.UNNAMED);
        upper.append(
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
        upper.replace(
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
        upper.append("inventory.yaml", "\nkeyAssumptions:\n" + words + words + "    holds: '<= LOW'\n");
        RuleCondition holds = new RuleCondition("export_share_pct", ComparisonOperator.AT_MOST, Grade.LOW);
        assertThat(open().about().keyAssumptions())
                .containsExactly(
                        new KeyAssumption("It lasts", List.of("§1 ¶1"), "export_share_pct", Optional.empty()),
                        new KeyAssumption("It lasts", List.of("§1 ¶1"), "export_share_pct", Optional.of(holds)));
    }
}
