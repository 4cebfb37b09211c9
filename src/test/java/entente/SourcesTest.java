package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Engine;
import entente.testkit.Folders;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for all sources: regular expressions, names of countries, and versions of the builds. */
class SourcesTest {

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

    /**
     * No text makes a regular expression overflow the stack or try exponentially many ways. Java repeats a group by
     * recursion, unless the quantifier is possessive ({@code *+}, {@code ++}), and tries other ways to divide the text among
     * the repetitions.
     */
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

    // The program is about no pair of powers: their names are in rule books and scenarios only.

    private static final List<String> ENDINGS = List.of(".java", ".jte", ".js", ".css", ".html", ".properties", ".xml");

    /** Also words of another meaning, or names of libraries and standards. */
    private static final Set<String> AMBIGUOUS = Set.of("Chad", "Georgia", "Guernsey", "Jersey", "Jordan");

    /** What the list of the JDK lacks: short forms, former states, adjectives and capitals of the powers. */
    private static final List<String> MORE = List.of("""
            America, American, Americans, US, U.S., USA, Washington, United States, EU, Europe, European,
            Europeans, Brussels, Britain, British, UK, English Channel, London, Chinese, Sino, PRC, Beijing,
            Peking, Taipei, Taiwanese, Hong Kong, Macau, Russian, Russians, Soviet, Soviets, USSR, Moscow,
            Kremlin, Indian, Indians, Delhi, Indo, Pakistani, Islamabad, Japanese, Tokyo, Korea, Korean, Seoul,
            Pyongyang, Vietnam, Vietnamese, Hanoi, Ukrainian, Kyiv, Kiev, Kazakh, Kazakhs, Astana, Uzbek,
            Tashkent, Belarusian, Minsk, French, Paris, German, Germans, Berlin, Polish, Warsaw, Italian, Rome,
            Turkish, Ankara, Iranian, Tehran, Israeli, Jerusalem, Saudi, Riyadh, Australian, Canberra, Canadian,
            Ottawa, Mexican, Brazilian, Cuban, Syrian, Iraqi, Afghan, Kabul, Mongolian""".split(",\\s+"));

    private static final Pattern NAMES = Pattern.compile(names().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));

    @Test
    void noSourceNamesACountry() throws IOException {
        List<String> found = new ArrayList<>();
        for (String ending : ENDINGS) {
            for (Path file : Folders.allFiles(Path.of("src/main"), ending)) {
                List<String> lines = Files.readAllLines(file);
                for (int line = 0; line < lines.size(); line++) {
                    for (String name : in(lines.get(line))) {
                        found.add(file + ":" + (line + 1) + " names " + name);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesAreFoundInTextAndIdentifiers() {
        assertThat(in("A Sino-Russian pact; US_SHARE and (China's) // Kazakhstan, South Korea, Warsaw"))
                .containsExactly("Sino", "Russian", "US", "China", "Kazakhstan", "South Korea", "Warsaw");
        assertThat(in("status, used us, Georgia as a font, Jordan normal form, Romania, Chinatown"))
                .containsExactly("Romania");
    }

    private static Set<String> names() {
        Set<String> names = Stream.of(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .flatMap(name -> Stream.of(name, name.replaceAll(" \\(.*", "")))
                .filter(name -> !AMBIGUOUS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(MORE);
        return names;
    }

    /** The names in a text, in their order, also as a word of an identifier with underscores; a charset is none. */
    private static List<String> in(String text) {
        String words = text.replace("US_ASCII", "").replace('_', ' ');
        return NAMES.matcher(words).results().map(MatchResult::group).toList();
    }

    // Builds beside the main one have its versions of what both use, and it has nothing of theirs.

    private static final Path MAIN = Path.of("pom.xml");
    private static final Pattern VERSION = Pattern.compile("<([a-z0-9.-]+\\.version)>([^<$]+)</\\1>");
    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>entente[a-z-]*</artifactId>\\s*<version>([^<]+)<");

    @ParameterizedTest
    @ValueSource(strings = {"src/benchmark/pom.xml", "src/spark/pom.xml"})
    void versionsAreThoseOfTheMainBuild(Path other) throws IOException {
        Map<String, String> common = versions(other);
        Map<String, String> main = versions(MAIN);
        common.keySet().retainAll(main.keySet());
        assertThat(common)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((name, version) -> assertThat(version).as(name).isEqualTo(main.get(name)));
    }

    private static Map<String, String> versions(Path pom) throws IOException {
        String text = Files.readString(pom);
        Map<String, String> versions = new TreeMap<>();
        for (Matcher found = VERSION.matcher(text); found.find(); ) {
            versions.put(found.group(1), found.group(2));
        }
        Matcher project = PROJECT.matcher(text);
        assertThat(project.find()).as(pom.toString()).isTrue();
        versions.put("version of the project", project.group(1));
        return versions;
    }

    @Test
    void plainBuildKnowsNothingOfSpark() throws IOException {
        assertThat(Files.readString(MAIN).replaceAll("<exclude>org.apache.spark:\\*</exclude>", ""))
                .doesNotContainIgnoringCase("spark");
    }

    @Test
    void versionOfTheEngineIsThatOfTheProject() throws IOException {
        assertThat(versions(MAIN)).containsEntry("version of the project", Engine.VERSION);
    }
}
