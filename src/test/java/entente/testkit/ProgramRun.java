package entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another program that ran to its end. Its output goes to files: a pipe stays open for as long as any process that the
 * program started keeps it, and reading it cannot be interrupted.
 *
 * @param code that of the program; 124 if it was killed because it did not end, 127 if it could not be started
 */
public record ProgramRun(int code, String output, String errors) {

    private static final int MINUTES = 8;

    /**
     * A class with a main method, to be run from any folder with the class path of the tests, this project as its home,
     * and a short start. Its command can be extended.
     */
    public static ProcessBuilder java(Class<?> main, List<String> options, String... arguments) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> first = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dentente.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                Stream.of(path.split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        return new ProcessBuilder(Stream.of(first, options, List.of(main.getName()), List.of(arguments))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    public static ProgramRun of(String... command) throws InterruptedException {
        return of(new ProcessBuilder(command));
    }

    /** Runs a program for at most eight minutes. */
    public static ProgramRun of(ProcessBuilder program) throws InterruptedException {
        try {
            Path output = Files.createTempFile("program", ".out");
            Path errors = Files.createTempFile("program", ".err");
            try {
                Process process = program.redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
                if (!ended) {
                    List<ProcessHandle> started = process.descendants().toList();
                    process.destroyForcibly().waitFor();
                    started.forEach(ProcessHandle::destroyForcibly);
                }
                return new ProgramRun(ended ? process.exitValue() : 124, text(output), text(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException absent) {
            return new ProgramRun(127, "", absent.toString());
        }
    }

    /** This run, which succeeded. */
    public ProgramRun ok() {
        return expect(0);
    }

    /** This run, which ended with this exit code. */
    public ProgramRun expect(int expected) {
        assertThat(code).as("%s%s", output, errors).isEqualTo(expected);
        return this;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
