package entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/**
 * Files that hold a complete expected output. {@code -Dentente.golden=write} rewrites them from the current output;
 * review every change before committing it. Digests, versions and style sheets are elided, so that an edit of a rule
 * or a style affects the texts that it changes and no others.
 */
public final class Golden {

    public static final Path RESOURCES = Path.of("src", "test", "resources");

    /** Whether golden files and documents are rewritten. */
    public static final boolean WRITE = "write".equals(System.getProperty("entente.golden"));

    private static final int SHOWN_LINES = 5;

    /** Matches digests by their format, versions by their context, and the content of style sheets. */
    private static final Map<String, String> ELIDED = Map.of(
            "(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", "0".repeat(64),
            "(?<![0-9a-f-])[0-9a-f]{12}(?![0-9a-f])", "0".repeat(12),
            "(?<=\\(|scenario )[0-9a-f]{8}(?=[),])", "0".repeat(8),
            "(?<=[Rr]ules |Rule book )\\d+\\.\\d+\\.\\d+(?= [(`])", "0.0.0",
            "(?<=Entente[\\s\u00a0]{1,9})\\d+\\.\\d+\\.\\d+", "0.0.0",
            "(?<=\"engine\": \")\\d+\\.\\d+\\.\\d+", "0.0.0",
            "\"\\d+\\.\\d+\\.\\d+\"(?=,\\s*\"(sha256|[0-9a-f]{64})\")", "\"0.0.0\"",
            "(?<=\"[0-9a-f]{64}\",)\"\\d+\\.\\d+\\.\\d+\"", "\"0.0.0\"",
            "(?s)(?<=<style>).*?(?=</style>)", "");

    private Golden() {}

    /** Compares an output with the file; digests, versions and style sheets may differ. */
    public static void check(Path file, String actual) {
        checkExactly(file, elided(actual));
    }

    /** Compares outputs, by the names of their files, with those of a folder, which has no others. */
    public static void checkFolder(Path folder, Map<String, String> actual) {
        List<Executable> checks = new ArrayList<>();
        actual.forEach((name, text) -> checks.add(() -> check(folder.resolve(name), text)));
        checks.add(() -> assertThat(Folders.names(folder)).hasSameElementsAs(actual.keySet()));
        assertAll(checks);
    }

    /** Compares an output with the file in every character, as for files that are published. */
    public static void checkExactly(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual, StandardCharsets.UTF_8);
            }
            if (!Files.exists(file)) {
                throw new AssertionError(file + " is missing. " + rewriteCommand());
            }
            String expected = Files.readString(file, StandardCharsets.UTF_8);
            if (!actual.equals(expected)) {
                throw new AssertionError(file + " differs:\n" + difference(expected, actual) + rewriteCommand());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String elided(String text) {
        String elided = text;
        for (Map.Entry<String, String> each : ELIDED.entrySet()) {
            elided = elided.replaceAll(each.getKey(), each.getValue());
        }
        return elided;
    }

    /** The first differing lines with their numbers, {@code -} expected and {@code +} actual. */
    public static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        String lines = shown('-', before.subList(start, before.size() - end), start)
                + shown('+', after.subList(start, after.size() - end), start);
        return lines.isEmpty() ? "  only the line ends differ\n" : lines;
    }

    private static String shown(char sign, List<String> lines, int start) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_LINES, lines.size()); i++) {
            shown.append("%5d %c %s\n".formatted(start + i + 1, sign, lines.get(i)));
        }
        if (lines.size() > SHOWN_LINES) {
            shown.append("      %c … and %d more lines\n".formatted(sign, lines.size() - SHOWN_LINES));
        }
        return shown.toString();
    }

    /** How the running test rewrites its files. */
    public static String rewriteCommand() {
        String test = StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName().replaceAll("^.*\\.|\\$.*$", ""))
                        .filter(name -> name.endsWith("Test") || name.endsWith("IT"))
                        .findFirst()
                        .orElse("'*'"));
        return "If this is intended, rewrite with: mvn "
                + (test.endsWith("IT") ? "verify -Dsurefire.skip -Dit.test=" : "test -Dtest=")
                + test + " -Dentente.golden=write";
    }
}
