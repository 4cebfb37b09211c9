package entente.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.sheet.TestWorkbook;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow operations that an assessment without options must avoid, as class-data sharing does not speed them up. */
@Timeout(60)
class ColdStartIT {

    @Test
    void recordsAreNotComparedByGeneratedCode() throws Exception {
        List<String> printed = assess("-Djava.lang.invoke.MethodHandle.TRACE_METHOD_LINKAGE=true");
        assertThat(printed).as("calls that are linked").anyMatch(line -> line.startsWith("linkCallSite"));
        assertThat(printed)
                .noneMatch(line -> line.startsWith("linkCallSite entente") && line.contains("ObjectMethods.bootstrap"));
    }

    @Test
    void optionParserDroolsAndServiceAreNotLoaded() throws Exception {
        List<String> loaded = assess("-Xlog:class+load:stdout");
        assertThat(loaded).anyMatch(line -> line.contains(" entente.cli.AssessCommand "));
        assertThat(loaded)
                .noneMatch(line ->
                        line.matches(".* (picocli|org\\.drools|org\\.kie|org\\.springframework)\\..*source: .*"));
    }

    /** What reads workbooks would report the missing part as well. */
    @Test
    void faultOfAWorkbookIsReportedOnce(@TempDir Path folder) throws Exception {
        String whole = new String(TestWorkbook.valid().bytes(), ISO_8859_1);
        Path file = folder.resolve("damaged.xlsx");
        Files.writeString(file, whole.replace("/sheet1.xml", "/sheet9.xml"), ISO_8859_1);
        List<String> silent = List.of("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");
        ProgramRun run = ProgramRun.of(ProgramRun.java(Entente.class, silent, "assess", file.toString()));
        assertThat(run.expect(65).errors().lines().filter(line -> !line.startsWith("SLF4J")))
                .first()
                .asString()
                .startsWith(file + ": 1 problem");
    }

    private static List<String> assess(String option) throws Exception {
        List<String> silent = List.of("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider", option);
        ProgramRun run = ProgramRun.of(ProgramRun.java(Entente.class, silent, "assess", Invocation.BASELINE.toString())
                        .redirectErrorStream(true))
                .ok();
        List<String> printed = run.output().lines().toList();
        assertThat(printed).anyMatch(line -> line.contains("baseline-2018"));
        return printed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "workshop"})
    void startOfTheServiceNamesTheCommandThatCan(String command) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(ProgramRun.of(java, "-jar", "target/entente.jar", command)
                        .expect(70)
                        .errors())
                .matches("entente: a library is not on the class path \\(\\S+\\); start with ./entente.\n");
    }
}
