package entente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.model.LikelihoodScale;
import entente.report.form.TextStyle;
import entente.report.text.TextRenderer;
import entente.report.wording.DetailLevel;
import entente.testkit.Folders;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The launcher in a copy of the project, as on a new machine. The tests run in order: first use, second use, a jar
 * that was built otherwise, progress, edited rules, another rule book, a touched jar, a moved folder, a missing rule
 * book.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("thorough")
class LauncherIT {

    private static final List<String> PROJECT =
            List.of("pom.xml", "lombok.config", ".mvn", "entente", "rules", "scenarios", "src/main");
    private static final String ASSESS = "scenarios/baseline-2018.json";
    private static final Path FIRST = Path.of("target", "launcher", "first");
    private static final Path MOVED = Path.of("target", "launcher", "moved elsewhere");

    @BeforeAll
    static void copyProject() throws IOException {
        Folders.delete(FIRST.getParent());
        for (String part : PROJECT) {
            Folders.copy(Path.of(part), FIRST.resolve(part));
        }
    }

    @Test
    @Order(1)
    void buildsOnFirstUseAndPrintsTheResult() throws Exception {
        ProgramRun run = entente(FIRST, "assess", ASSESS).ok();
        assertThat(run.output()).isEqualTo(inProcess());
        assertThat(run.errors()).isEqualTo("entente: building, once; this takes a minute or two\n");
    }

    @Test
    @Order(2)
    void laterRunsPrintTheSameWithoutDiagnostics() throws Exception {
        assertQuiet(entente(FIRST, "assess", ASSESS));
        assertThat(FIRST.resolve("target/entente.jsa")).exists();
    }

    /** As after {@code mvn verify}: the jar is current, and Maven must not be called. */
    @Test
    @Order(3)
    void currentJarIsPreparedWithoutABuild() throws Exception {
        for (String archive : List.of("target/entente.jsa", "target/rulebook.jar", "target/.built")) {
            Files.delete(FIRST.resolve(archive));
        }
        maven("exit 1");
        ProgramRun run = shell("PATH=maven:$PATH ./entente assess " + ASSESS);
        assertThat(run)
                .isEqualTo(new ProgramRun(
                        0, inProcess(), "entente: preparing the command line, once; this takes some seconds\n"));
        assertThat(FIRST.resolve("target/entente.jsa")).exists();
        assertThat(FIRST.resolve("target/rulebook.jar")).exists();
        assertQuiet(entente(FIRST, "assess", ASSESS));
    }

    @Test
    @Order(4)
    void newerJarIsPreparedAgain() throws Exception {
        Path jar = FIRST.resolve("target/entente.jar");
        FileTime built = Files.getLastModifiedTime(FIRST.resolve("target/.built"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(built.toMillis() + 1_000));
        assertThat(entente(FIRST, "--version").errors()).startsWith("entente: preparing the command line");
        assertThat(entente(FIRST, "--version").errors()).isEmpty();
    }

    @Test
    @Order(5)
    void simultaneousRunsBuildOnce() throws Exception {
        maven("echo built >> builds; sleep 3; touch target/entente.jar");
        Path source = FIRST.resolve("src/main/java/entente/Entente.java");
        FileTime modified = Files.getLastModifiedTime(source);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        ProgramRun both = shell("export PATH=maven:$PATH; ./entente --version & ./entente --version; wait");
        assertThat(both.output().lines().filter(line -> line.startsWith("Entente ")))
                .hasSize(2);
        assertThat(both.errors().lines())
                .containsExactlyInAnyOrder(
                        "entente: building, once; this takes a minute or two", "entente: waiting for another build");
        assertThat(FIRST.resolve("builds")).hasContent("built");
        Files.setLastModifiedTime(source, modified);
    }

    /** A Maven for the launcher that runs these commands. */
    private static void maven(String commands) throws IOException {
        Path mvn = Files.createDirectories(FIRST.resolve("maven")).resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\n" + commands + "\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    /** A full disk is an error; a closed pipe is not. */
    @Test
    @Order(6)
    void unwritableResultIsAnError() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no full disk to try");
        for (String form : List.of("text", "json")) {
            assertThat(shell("./entente assess " + ASSESS + " --format " + form + " > /dev/full"))
                    .isEqualTo(new ProgramRun(74, "", "entente: writing the result failed.\n"));
        }
        ProgramRun head = shell("./entente rules list --format json | head -1");
        assertThat(head).isEqualTo(new ProgramRun(0, "[\n", ""));
    }

    @Test
    @Order(7)
    void editedRuleTakesEffectAtTheNextCommand() throws Exception {
        Path file = FIRST.resolve("rules/us_reaction.drl");
        String rules = Files.readString(file);
        Files.writeString(file, rules.replace("STRONGLY_AGAINST", "DECISIVELY_AGAINST"));
        ProgramRun edited = entente(FIRST, "assess", ASSESS).ok();
        assertThat(edited.errors()).isEmpty();
        assertThat(edited.output()).isNotEqualTo(inProcess());
        Files.writeString(file, rules);
        assertQuiet(entente(FIRST, "assess", ASSESS));
    }

    @Test
    @Order(9)
    void devModePrintsCompilerErrorsAndCompilesChangedFiles() throws Exception {
        Path file = FIRST.resolve("src/main/java/entente/Entente.java");
        String source = Files.readString(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Files.writeString(file, source + "no class");
        ProgramRun broken = shell("ENTENTE_DEV=1 ./entente --version").expect(70);
        assertThat(broken.errors()).contains("Entente.java:[", "the build failed in maven-compiler-plugin:compile");
        Files.writeString(file, source);
        assertThat(shell("ENTENTE_DEV=1 ./entente assess " + ASSESS)).isEqualTo(new ProgramRun(0, inProcess(), ""));
        Files.setLastModifiedTime(file, modified);
    }

    @Test
    @Order(10)
    void touchedJarPrintsNoWarning() throws Exception {
        Files.setLastModifiedTime(FIRST.resolve("target/entente.jar"), FileTime.fromMillis(1_500_000_000_000L));
        assertQuiet(entente(FIRST, "assess", ASSESS));
    }

    @Test
    @Order(11)
    void movedFolderPrintsNoWarning() throws Exception {
        Files.move(FIRST, MOVED);
        assertQuiet(entente(MOVED, "assess", ASSESS));
    }

    private static void assertQuiet(ProgramRun run) {
        assertThat(run).isEqualTo(new ProgramRun(0, inProcess(), ""));
    }

    private static String inProcess() {
        return TextRenderer.render(
                Verdicts.report(Shipped.assess("baseline-2018"), LikelihoodScale.ICD203, DetailLevel.SUMMARY),
                TextStyle.PLAIN);
    }

    private static ProgramRun shell(String line) throws IOException, InterruptedException {
        return run(FIRST, List.of("sh", "-c", line));
    }

    private static ProgramRun entente(Path folder, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./entente"));
        command.addAll(List.of(args));
        return run(folder, command);
    }

    private static ProgramRun run(Path folder, List<String> command) throws InterruptedException {
        return ProgramRun.of(new ProcessBuilder(command).directory(folder.toFile()));
    }
}
