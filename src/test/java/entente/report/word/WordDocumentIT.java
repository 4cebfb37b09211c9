package entente.report.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.testkit.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        run(HOME, "./entente", "brief", ID, "--format", "docx,md", "--out", "written");
    }

    /** Otherwise each command would open files that it never reads. */
    @Test
    void otherCommandsDoNotHaveTheLibraries() throws IOException {
        try (Stream<Path> libraries = Files.list(Path.of("target", "lib"))) {
            assertThat(libraries.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.matches(
                            "(poi|xmlbeans|commons-compress|commons-collections4|commons-math3|log4j|curvesapi).*"));
        }
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
    void libreOfficeShowsEachHeading(@TempDir Path profile) throws Exception {
        assumeTrue(installed("soffice"), "needs LibreOffice Writer: soffice");
        assumeTrue(installed("pdftotext"), "needs poppler: pdftotext");
        run(
                WRITTEN,
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                ID + ".docx");
        run(WRITTEN, "pdftotext", "-layout", ID + ".pdf", ID + ".txt");
        List<String> lines = Files.readString(WRITTEN.resolve(ID + ".txt"))
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines).containsAll(headings());
        // With the widest of fonts in place of ours; two with those that are meant.
        assertThat(lines).anyMatch(line -> line.matches("A judgement by rules, not a calibrated frequency +1 of [23]"));
        assertThat(String.join(" ", lines)).as("words of tables are not broken").contains(wordsOfTables());
    }

    private static List<String> wordsOfTables() throws IOException {
        return WordFixture.read(Files.readAllBytes(WRITTEN.resolve(ID + ".docx"))).getTables().stream()
                .flatMap(table -> Stream.of(table.getText().split("[^A-Za-z]+")))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
    }

    private static List<String> headings() throws IOException {
        XWPFDocument document = WordFixture.read(Files.readAllBytes(WRITTEN.resolve(ID + ".docx")));
        return WordFixture.texts(document, "Heading1", "Heading2");
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("entente", ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }
}
