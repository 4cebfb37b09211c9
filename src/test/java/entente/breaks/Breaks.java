package entente.breaks;

import entente.testkit.Folders;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

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

    /**
     * A guard of the product and an edit that removes it.
     *
     * @param guard the guaranteed behaviour, as a sentence
     * @param in the source file or resource with the guard
     * @param replace text that occurs once in the file
     * @param with the replacement that removes the guard
     * @param red test classes, or {@code Class#method}, of which at least one must fail
     */
    record Break(String guard, String in, String replace, String with, List<String> red) {

        private static final Path FOLDER = Path.of("src/test/breaks");

        /** All breaks, in the order of their files. */
        static List<Break> all() {
            YAMLMapper yaml = new YAMLMapper();
            List<Break> all = new ArrayList<>();
            for (Path file : Folders.files(FOLDER, ".yaml")) {
                all.addAll(yaml.readValue(file.toFile(), new TypeReference<List<Break>>() {}));
            }
            return all;
        }

        String original() {
            return read(Path.of(in));
        }

        String broken() {
            return original().replace(replace, with);
        }

        /** Occurrences of the text in the file; a number other than one means that the break is out of date. */
        int occurrences() {
            return original().split(Pattern.quote(replace), -1).length - 1;
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Runs tests in their own process, with the changed file first on the class path. */
    static final class RedRun {

        static final int GREEN = 0;
        static final int RED = 1;

        private RedRun() {}

        /** Takes the names of tests; exits with {@value #RED} and prints the first failure if a test fails. */
        public static void main(String[] tests) {
            PrintStream out = System.out;
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(Arrays.stream(tests).map(RedRun::selector).toList())
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            TestExecutionSummary summary = listener.getSummary();
            if (summary.getTotalFailureCount() > 0) {
                TestExecutionSummary.Failure first = summary.getFailures().get(0);
                out.println("first red: " + first.getTestIdentifier().getDisplayName() + ": "
                        + String.valueOf(first.getException()).lines().limit(3).toList());
            } else if (summary.getTestsSucceededCount() == 0) {
                throw new IllegalStateException("no test ran of " + Arrays.toString(tests));
            }
            // Started threads may still be running.
            Runtime.getRuntime().halt(summary.getTotalFailureCount() > 0 ? RED : GREEN);
        }

        /** @throws IllegalArgumentException if there is no such test */
        static DiscoverySelector selector(String test) {
            String[] parts = test.split("#", 2);
            try {
                Class<?> type = Class.forName(parts[0], false, RedRun.class.getClassLoader());
                if (parts.length == 1) {
                    return DiscoverySelectors.selectClass(type);
                }
                // Declared or inherited.
                Method method = Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                        .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                        .filter(one -> one.getName().equals(parts[1]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no test " + test));
                return DiscoverySelectors.selectMethod(type, method);
            } catch (ClassNotFoundException unknown) {
                throw new IllegalArgumentException("no test " + test, unknown);
            }
        }
    }
}
