package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario extends a spreadsheet that lies beside its file. */
class SheetParentsTest {

    private static final String OWN = "#id,own\n#title,Own\n#asOf,2020-01-01\nid,value\n%s\n";

    @TempDir
    private Path folder;

    private Path child;

    @BeforeEach
    void child() throws IOException {
        child = Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"own\", \"readings\": {}}");
    }

    private void own(String row) throws IOException {
        Files.writeString(folder.resolve("own.csv"), OWN.formatted(row));
    }

    private String inherited() {
        Invocation run = Invocation.of("assess", child, "--format", "csv", "--table", "readings");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(row -> row.contains("\"political_will_to_ally\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readingsAreInheritedFromAWorkbookOrACsvFile() throws IOException {
        own("political_will_to_ally,2");
        assertThat(inherited()).contains(",2,2,2,");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.move(folder.resolve("own.csv"), other.resolve("own.csv"));
        assertThat(Invocation.of("scenario", "sheet", other.resolve("own.csv"), "-o", folder.resolve("own.xlsx"))
                        .code())
                .isZero();
        assertThat(inherited()).contains(",2,2,2,");
    }

    @Test
    void jsonPrecedesWorkbooksAndWorkbooksPrecedeCsv() throws IOException {
        own("political_will_to_ally,1");
        assertThat(Invocation.of("scenario", "sheet", folder.resolve("own.csv"), "-o", folder.resolve("own.xlsx"))
                        .code())
                .isZero();
        own("political_will_to_ally,2");
        assertThat(inherited()).contains(",1,1,1,");
        Files.writeString(
                folder.resolve("own.json"),
                "{\"id\": \"own\", \"title\": \"O\", \"readings\": {\"political_will_to_ally\": 3}}");
        assertThat(inherited()).contains(",3,3,3,");
    }

    @Test
    void sheetBesideTheFilePrecedesAShippedScenario() throws IOException {
        own("political_will_to_ally,4");
        Files.move(folder.resolve("own.csv"), folder.resolve("baseline-2018.csv"));
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"baseline-2018\""));
        assertThat(inherited()).contains(",4,4,4,");
        Files.delete(folder.resolve("baseline-2018.csv"));
        assertThat(Invocation.of("validate", child).out())
                .contains(Shipped.BOOK.book().catalogue().indicators().size() + " inherited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "political_will_to_ally,=1+1 | The scenario own has 1 problem: B5: The cell holds a formula",
                "political_will_to_ally,9 | The scenario own has 1 problem: #/readings/political_will_to_ally/value: 9 lies",
                "unheard_of,1 | There is no indicator \"unheard_of\"."
            })
    void problemsOfTheSheetRefuseTheChild(String row, String message) throws IOException {
        own(row);
        Invocation run = Invocation.of("validate", child);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).contains("#/extends", message, "[PARENT_INVALID]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.xlsx", "own.csv"})
    void fileThatIsRefusedAsAWholeRefusesTheChild(String name) throws IOException {
        Files.write(folder.resolve(name), new byte[(1 << 20) + 1]);
        Invocation run = Invocation.of("validate", child);
        assertThat(run.err()).contains("The document has more than 1048576 bytes.", "[PARENT_INVALID]");
    }

    @Test
    void sheetsBesideTheFileAreSuggestedAndCanBeExtendedByANewFile() throws IOException {
        own("political_will_to_ally,2");
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"owm\""));
        assertThat(Invocation.of("validate", child).err()).contains("Did you mean own?", "[UNKNOWN_PARENT]");
        assertThat(Invocation.of("scenario", "init", "next", "--extends", "own", "--out", folder)
                        .code())
                .isZero();
        assertThat(Invocation.of("validate", folder.resolve("next.json")).out()).contains("1 inherited");
    }
}
