package entente.report.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.testkit.Folders;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A briefing as the launcher writes it, opened by another program than the one that wrote it. */
@Tag("thorough")
class WordDocumentIT {

    private static final Path HOME = Path.of("target", "word home");
    private static final Path WRITTEN = HOME.resolve("written");
    private static final String ID = "baseline-2018";

    @BeforeAll
    static void write() throws Exception {
        Folders.copyBuiltProject(HOME, "target/service");
        run(HOME, withAll("", "./entente", "brief", "--format", "docx,md", "--out", "written"));
    }

    @Test
    void headingsAreThoseOfTheMarkdown() throws IOException {
        assertThat(headings())
                .isEqualTo(Files.readString(WRITTEN.resolve(ID + ".md"))
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3))
                        .toList())
                .contains("Key judgements", "Sources of readings");
    }

    @Test
    void libreOfficeShowsEachHeadingOnTwoOrThreePagesInTheFontsOfTheDocument(@TempDir Path profile) throws Exception {
        assumeTrue(installed("soffice"), "needs LibreOffice Writer: soffice");
        assumeTrue(installed("pdftotext"), "needs poppler: pdftotext");
        Path shown = Files.createDirectories(WRITTEN.resolve("shown"));
        run(
                WRITTEN,
                withAll(
                        ".docx",
                        "soffice",
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        "shown"));
        List<String> lines = run(shown, "pdftotext", "-layout", ID + ".pdf", "-")
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines).containsAll(headings());
        assertThat(String.join(" ", lines)).as("words of tables are not broken").contains(wordsOfTables());
        assertThat(run(shown, "pdffonts", ID + ".pdf"))
                .contains("SourceSans3-Regular", "SourceSerif4")
                .doesNotContain("DejaVu", "Liberation");
        for (String id : Shipped.scenarioIds()) {
            assertThat(run(shown, "pdfinfo", id + ".pdf")).as(id).containsPattern("Pages: +[23]\\R");
        }
    }

    /** A command with all scenarios, or files of them, as its last words. */
    private static String[] withAll(String ending, String... command) {
        return Stream.concat(Stream.of(command), Shipped.scenarioIds().stream().map(id -> id + ending))
                .toArray(String[]::new);
    }

    private static List<String> wordsOfTables() throws IOException {
        return WordRendererTest.read(Files.readAllBytes(WRITTEN.resolve(ID + ".docx"))).getTables().stream()
                .flatMap(table -> Stream.of(table.getText().split("[^A-Za-z]+")))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
    }

    private static List<String> headings() throws IOException {
        XWPFDocument document = WordRendererTest.read(Files.readAllBytes(WRITTEN.resolve(ID + ".docx")));
        return WordRendererTest.texts(document, "Heading1");
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static String run(Path folder, String... command) throws InterruptedException {
        return ProgramRun.of(
                        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true))
                .ok()
                .output();
    }
}
