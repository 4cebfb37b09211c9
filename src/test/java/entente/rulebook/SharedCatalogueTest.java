package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.model.Indicator;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.testkit.BookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book in a subfolder of another book uses its catalogue unless it has its own. */
class SharedCatalogueTest {

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
}
