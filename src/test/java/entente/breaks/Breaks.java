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
 * Breaks the product once for each guard and sees whether a test goes red. Called by {@code src/test/sh/breaks.sh}; words
 * given to it choose the breaks whose guard or file has one of them.
 */
public final class Breaks {

    private static final int LONGEST_MINUTES = 5;
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private Breaks() {}

    /** Ends with 1 when a guard can be missing and no test says so. */
    public static void main(String[] words) throws IOException, InterruptedException {
        List<Break> chosen = Break.all().stream()
                .filter(one -> words.length == 0
                        || Arrays.stream(words).anyMatch(word -> (one.guard() + one.in()).contains(word)))
                .toList();
        int unseen = 0;
        for (Break one : chosen) {
            Path scratch = Files.createTempDirectory("entente-break");
            try {
                put(one, scratch);
                String outcome = outcome(one, scratch);
                unseen += outcome.startsWith("red") ? 0 : 1;
                System.out.println(outcome.lines().findFirst().orElseThrow() + "  " + one.guard());
                outcome.lines().skip(1).forEach(line -> System.out.println("      " + line));
            } finally {
                Folders.delete(scratch);
            }
        }
        System.out.println(chosen.size() + " guards taken out, " + unseen + " not missed.");
        System.exit(unseen == 0 ? 0 : 1);
    }

    /** The broken file as the class path has it: compiled, or a resource as it is. */
    private static void put(Break one, Path scratch) throws IOException {
        Path root = Path.of(one.in().startsWith("src/main/java") ? "src/main/java" : "src/main/resources");
        Path file = scratch.resolve("source").resolve(root.relativize(Path.of(one.in())));
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        if (one.in().endsWith(".java")) {
            write(file, one.broken());
            compile(file, classes);
        } else {
            write(classes.resolve(root.relativize(Path.of(one.in()))), one.broken());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void compile(Path file, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments =
                List.of("-nowarn", "-parameters", "-cp", CLASS_PATH, "-d", classes.toString(), file.toString());
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("does not compile: " + file);
        }
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
