package entente.breaks;

import entente.testkit.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Removes each guard in turn and checks that a test fails. Called by {@code src/test/sh/breaks.sh}; arguments select
 * the breaks whose guard or file contains one of them.
 */
public final class Breaks {

    private static final int LONGEST_MINUTES = 5;
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private Breaks() {}

    /** Exits with 1 if a guard can be removed without a failing test. */
    public static void main(String[] filters) throws IOException, InterruptedException {
        List<Break> chosen = Break.all().stream()
                .filter(one -> filters.length == 0
                        || Arrays.stream(filters).anyMatch(word -> (one.guard() + one.in()).contains(word)))
                .toList();
        int undetected = 0;
        for (Break one : chosen) {
            Path scratch = Files.createTempDirectory("entente-break");
            try {
                String outcome = put(one, scratch) ? outcome(one, scratch) : "DOES NOT COMPILE";
                undetected += outcome.startsWith("red") ? 0 : 1;
                System.out.println(outcome.lines().findFirst().orElseThrow() + "  " + one.guard());
                outcome.lines().skip(1).forEach(line -> System.out.println("      " + line));
            } finally {
                Folders.delete(scratch);
            }
        }
        System.out.println(chosen.size() + " guards taken out, " + undetected + " not missed.");
        System.exit(undetected == 0 ? 0 : 1);
    }

    /** Writes the changed file to the class path: compiled, or unchanged if it is a resource; whether it compiles. */
    private static boolean put(Break one, Path scratch) throws IOException {
        Path root = Path.of(one.in().startsWith("src/main/java") ? "src/main/java" : "src/main/resources");
        Path file = scratch.resolve("source").resolve(root.relativize(Path.of(one.in())));
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        if (one.in().endsWith(".java")) {
            write(file, one.broken());
            Files.copy(Path.of("lombok.config"), scratch.resolve("source").resolve("lombok.config"));
            return compiles(file, classes);
        } else {
            write(classes.resolve(root.relativize(Path.of(one.in()))), one.broken());
            return true;
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static boolean compiles(Path file, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments =
                List.of("-nowarn", "-parameters", "-cp", CLASS_PATH, "-d", classes.toString(), file.toString());
        return compiler.run(null, null, null, arguments.toArray(String[]::new)) == 0;
    }

    private static String outcome(Break one, Path scratch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dentente.cases=" + System.getProperty("entente.cases", "100"),
                "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
                "-cp",
                scratch.resolve("classes") + File.pathSeparator + CLASS_PATH,
                RedRun.class.getName()));
        command.addAll(one.red());
        Path log = scratch.resolve("log");
        Process tests = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!tests.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            tests.destroyForcibly().waitFor();
            return "red   (did not end)";
        }
        List<String> lines = Files.readAllLines(log);
        return switch (tests.exitValue()) {
            case RedRun.GREEN -> "GREEN";
            case RedRun.RED ->
                "red\n"
                        + lines.stream()
                                .filter(line -> line.startsWith("first red"))
                                .findFirst()
                                .orElse("");
            default -> "ENDED WITH " + tests.exitValue() + "\n" + String.join("\n", lines);
        };
    }
}
