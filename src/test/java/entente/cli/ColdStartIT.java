package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    private static List<String> assess(String... options) throws Exception {
        ProgramRun run = java(List.of(options, new String[] {
                    "-XX:TieredStopAtLevel=1",
                    "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Entente.class.getName(),
                    "assess",
                    Invocation.BASELINE.toString()
                }))
                .ok();
        List<String> printed = run.output().lines().toList();
        assertThat(printed).anyMatch(line -> line.contains("baseline-2018"));
        return printed;
    }

    private static ProgramRun java(List<String[]> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        arguments.forEach(some -> Collections.addAll(command, some));
        return ProgramRun.of(new ProcessBuilder(command).redirectErrorStream(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "workshop"})
    void startOfTheServiceNamesTheCommandThatCan(String command) throws Exception {
        ProgramRun run = java(List.<String[]>of(new String[] {"-jar", "target/entente.jar", command}))
                .expect(78);
        assertThat(run.output())
                .matches("entente: a library is not on the class path \\(\\S+\\); start with ./entente.\n");
    }
}
