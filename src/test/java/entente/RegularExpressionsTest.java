package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.junit.jupiter.api.Test;

/**
 * No text makes a regular expression overflow the stack or try exponentially many ways. Java repeats a group by
 * recursion, unless the quantifier is possessive ({@code *+}, {@code ++}), and tries other ways to divide the text among
 * the repetitions.
 */
class RegularExpressionsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");

    /** The end of a group and a quantifier without an upper limit, or with a large one, that is not possessive. */
    private static final Pattern REPEATED_GROUP =
            Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,}|\\{(?:\\d*,)?\\d{2,}})(?!\\+)");

    private static final int LONG = 50_000;
    private static final int SHORT = 100;

    /** Far above the square of the short length, for patterns that are searched from each place. */
    private static final long STEPS = 40L * SHORT * SHORT;

    private static final List<String> PARTS = List.of(
            "a", "A", "0", "a/", "/a", "a.", ".a", "a-", "-0", "0,", " ", "\n", ".", "@", "a@", ":", "\"", "\"a", "(",
            "()", "[", "[]", "_", "_x", "_x0041_", "\\", "%", "%41", "&", "<", "{a}", "§1 ¶1, ", "//", "/*", "a=", "a ",
            "a:", "=a&", "“");

    @Test
    void noGroupIsRepeatedByRecursion() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : Folders.allFiles(SOURCES, ".java")) {
            LITERAL.matcher(Files.readString(source))
                    .results()
                    .map(literal -> literal.group(1).replace("\\\\", "\\"))
                    .filter(text -> REPEATED_GROUP.matcher(text).find())
                    .forEach(text -> found.add(source.getFileName() + ": " + text));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noPatternOverflowsTheStackOrTriesTooManyWays() throws Exception {
        Map<String, Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(50);
        List<String> wrong = new ArrayList<>();
        // A thread of the service has more.
        Thread thread =
                new Thread(null, () -> patterns.forEach((name, pattern) -> check(name, pattern, wrong)), "", 1 << 18);
        thread.start();
        thread.join();
        assertThat(wrong).isEmpty();
    }

    private static void check(String name, Pattern pattern, List<String> wrong) {
        for (String part : PARTS) {
            for (String end : List.of("", "!", "a.js")) {
                try {
                    Counted.run(
                            part.repeat(LONG) + end,
                            text -> pattern.matcher(text).matches());
                } catch (StackOverflowError recursive) {
                    wrong.add(name + " overflows the stack for " + part);
                }
                String text = part.repeat(SHORT / part.length()) + end;
                boolean matched =
                        Counted.run(text, counted -> pattern.matcher(counted).matches());
                boolean searched = Counted.run(
                        text, counted -> pattern.matcher(counted).results().count());
                if (!matched || !searched) {
                    wrong.add(name + " takes too many steps for " + part);
                }
            }
        }
    }

    /** The constant patterns of all classes. */
    private static Map<String, Pattern> patterns() throws Exception {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (Path source : Folders.allFiles(SOURCES, ".java")) {
            if (Files.readString(source).contains("Pattern.compile(")) {
                String name = SOURCES.relativize(source)
                        .toString()
                        .replace(".java", "")
                        .replace('/', '.');
                collect(Class.forName(name), patterns);
            }
        }
        return patterns;
    }

    private static void collect(Class<?> type, Map<String, Pattern> patterns) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
            }
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            collect(nested, patterns);
        }
    }

    /** A text that counts how often it is read. */
    @RequiredArgsConstructor
    private static final class Counted implements CharSequence {

        private final String text;
        private long steps;

        private static final class TooManySteps extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        /** Whether reading the text ends within the steps. */
        static boolean run(String text, Consumer<CharSequence> reader) {
            try {
                reader.accept(new Counted(text));
                return true;
            } catch (TooManySteps stopped) {
                return false;
            }
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
