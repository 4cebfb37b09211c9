package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.model.Indicator;
import entente.model.Problem;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rejection of files that are too large to be stored with the other invalid files, or costly to read. */
class LargeFilesTest {

    private static final String HEAD = "{\"id\": \"large\", \"title\": \"Large\", \"readings\": {}, ";

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        HEAD + "\"" + "n".repeat(257) + "\": 1}",
                        "# (line 1, column 51)\n    A name has more than 256 characters. [TOO_LONG]"),
                Arguments.of(
                        "{\"id\": \"large\", \"title\": \"" + "\uD83D\uDE80".repeat(201) + "\", \"readings\": {}}",
                        "#/title (line 1, column 26)\n    A title has at most 200 characters; put further text into the"
                                + " narrative. [TOO_LONG]"),
                Arguments.of(
                        HEAD + "\"narrative\": \"" + "t".repeat(100_001) + "\"}",
                        "#/narrative (line 1, column 64)\n    A text has more than 100000 characters. [TOO_LONG]"),
                Arguments.of(
                        HEAD + "\"sources\": [" + "1,".repeat(200_000) + "1]}",
                        "# (line 1, column 40045)\n    The document holds more than 20000 values. [TOO_LARGE]"),
                Arguments.of(
                        HEAD + "\"narrative\": \"\"}" + " ".repeat(1 << 20),
                        "#\n    The document has more than 1048576 bytes. [TOO_LARGE]"));
    }

    @Test
    void aTitleOfTheLongestLengthIsAccepted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("large.json"),
                HEAD.replace("Large", "\uD83D\uDE80".repeat(200)).replace("}, ", "}}"));
        Invocation.of("assess", file).ok();
    }

    @ParameterizedTest
    @MethodSource("files")
    void rejectsLargeFiles(String json, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("large.json"), json);
        assertThat(Invocation.of("assess", file))
                .isEqualTo(new Invocation(65, "", file + ": 1 problem, not assessed\n  " + problem + "\n"));
    }

    // Effort is bounded by the reported problems, not by the number of problems in a document.
    /** Size of a body in bytes, just below the limit of the service. */
    private static final int SIZE = (1 << 19) - 64;

    private static final String START = "{\"id\":\"a\",\"title\":\"b\"";
    private static final List<String> INDICATORS =
            RandomWorlds.INDICATORS.stream().map(Indicator::id).toList();

    static Set<Map.Entry<String, String>> shapes() {
        return invalid().entrySet();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void storesOnlyProblemsThatAreReported(Map.Entry<String, String> shape) {
        byte[] bytes = shape.getValue().getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(1 << 20);
        List<Problem> problems = Shipped.problems(Shipped.READER.read(bytes, ScenarioSource.none()));
        assertThat(problems.stream().filter(problem -> problem != Problem.UNREPORTED))
                .hasSizeBetween(1, Problem.MAX_REPORTED);
    }

    @Test
    void atMostAHundredProblemsAreListedAndTheRestCounted() {
        int many = Problem.MAX_REPORTED + 23;
        // One problem more says that the scenario is probably for another rule book.
        String readings =
                IntStream.range(1, many).mapToObj(n -> "\"x" + n + "\": 1").collect(Collectors.joining(","));
        String bad = "{\"id\": \"a\", \"title\": \"A\", \"readings\": {" + readings + "}}";
        String json = Invocation.fed(bad, "validate", "-", "--format", "json").out();
        assertThat(json).contains("\"errorsOmitted\": 23");
        assertThat(JsonSchemas.named("validation").problems(json)).isEmpty();
        String err = Invocation.fed(bad, "assess", "-").err();
        assertThat(err)
                .startsWith("standard input: " + many + " problems, not assessed\n")
                .contains("[OTHER_RULE_BOOK]")
                .endsWith("\n  and 23 more\n");
        assertThat(err.lines().filter(line -> line.startsWith("  #"))).hasSize(Problem.MAX_REPORTED);
    }

    @Test
    void computesSuggestionsOnDemand() {
        List<String> computed = new ArrayList<>();
        ProblemCollector problems = ProblemCollector.bounded();
        for (int i = 0; i < 1_000; i++) {
            int column = 1_000 - i;
            problems.add(
                    new entente.document.SourceLocation(1, column),
                    () -> new Problem(
                            "#",
                            "UNKNOWN",
                            "Unknown.",
                            List.of(),
                            () -> {
                                computed.add("" + column);
                                return Optional.empty();
                            },
                            1,
                            column,
                            Optional.empty()));
        }
        List<Problem> all = problems.all();
        assertThat(computed).isEmpty();
        assertThat(all.subList(0, Problem.MAX_REPORTED))
                .extracting(Problem::column)
                .startsWith(1, 2, 3)
                .endsWith(99, 100);
        all.get(0).suggestion();
        assertThat(computed).containsExactly("1");
    }

    @Test
    void doesNotSearchLongListsOfTheInputForSuggestions() {
        List<String> known = Stream.iterate(0, i -> i + 1)
                .limit(1_000)
                .map(i -> "source-" + i)
                .toList();
        assertThat(Suggestion.closest("source_1", known)).isEmpty();
    }

    /** Invalid scenarios of the largest accepted size, by what makes reading them expensive. */
    private static Map<String, String> invalid() {
        Map<String, String> all = new LinkedHashMap<>();
        String known = INDICATORS.get(0);
        all.put("unknown readings, short names", members("readings", i -> "x" + i));
        all.put("unknown readings, close names of all indicators", members("readings", LargeFilesTest::close));
        all.put("unknown readings, equal hash codes", members("readings", LargeFilesTest::colliding));
        all.put("unknown fields", fill(START + ",\"readings\":{},", i -> "\"titel" + i + "\":1", "}"));
        all.put("unknown fields of one reading", reading(i -> "\"valeu" + i + "\":1"));
        all.put("unknown emphasis", members("assumptions\":{\"emphasis", i -> "us_reactio" + i, "}"));
        all.put("unknown cut points", members("assumptions\":{\"cutPoints", LargeFilesTest::close, "}"));
        all.put("unknown rules", list("assumptions\":{\"without", i -> "\"us_reaction_seve" + i + "\"", "}"));
        String unknownSource = INDICATORS.stream()
                .map(i -> "\"" + i + "\":{\"value\":1,\"source\":\"" + "s".repeat(60) + "x\"}")
                .collect(Collectors.joining(",", "\"readings\":{", "}"));
        all.put(
                "unknown sources among many",
                sources(i -> "{\"id\":\"" + padded(i, 61) + "\",\"ref\":\"r\"}", unknownSource));
        all.put("sources with unknown fields", sources(i -> "{\"a\":1}", "\"readings\":{}"));
        all.put("sources with the same id", sources(i -> "{\"id\":\"s\",\"ref\":\"r\"}", "\"readings\":{}"));
        all.put("repeated names", members("readings", i -> known));
        all.put("forbidden characters", list("sources", i -> "\"\\u0000\"", ""));
        all.put("numbers that overflow", list("assumptions\":{\"cutPoints\":{\"" + known, i -> "9e999999", "}}"));
        all.put("numbers of 101 digits", list("assumptions\":{\"cutPoints\":{\"" + known, i -> "9".repeat(101), "}}"));
        all.put("readings of long text", readings(i -> "\"" + "1".repeat(SIZE / INDICATORS.size() - 60) + "\""));
        all.put("capital id", START.replace("\"a\"", "\"" + "A-".repeat(49_000) + "\"") + ",\"readings\":{}}");
        all.put("deep lists", list("x", i -> "[".repeat(60) + "]".repeat(60), ""));
        all.put("many leaves below long names", deep(i -> "1"));
        all.put("breaks off at its end", members("readings", i -> "x" + i).replaceAll("}}$", ""));
        all.put("values beyond the limit", list("x", i -> "[]", ""));
        return all;
    }

    private static String close(int i) {
        String known = INDICATORS.get(i % INDICATORS.size());
        String number = String.valueOf(i);
        return number.length() < known.length()
                ? known.substring(0, known.length() - number.length()) + number
                : known + i;
    }

    private static String padded(int i, int length) {
        String number = String.valueOf(i);
        return "s".repeat(length - number.length()) + number;
    }

    /** Sixteen pairs of letters with the same hash code, chosen by the bits of the number. */
    private static String colliding(int i) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String readings(IntFunction<String> value) {
        return IntStream.range(0, INDICATORS.size())
                .mapToObj(i -> "\"" + INDICATORS.get(i) + "\":" + value.apply(i))
                .collect(Collectors.joining(",", START + ",\"readings\":{", "}}"));
    }

    private static String reading(IntFunction<String> member) {
        return fill(START + ",\"readings\":{\"" + INDICATORS.get(0) + "\":{", member, "}}}");
    }

    private static String members(String name, IntFunction<String> id) {
        return members(name, id, "");
    }

    private static String members(String name, IntFunction<String> id, String end) {
        String readings = name.equals("readings") ? "" : ",\"readings\":{}";
        return fill(START + readings + ",\"" + name + "\":{", i -> "\"" + id.apply(i) + "\":1", "}" + end + "}");
    }

    private static String list(String name, IntFunction<String> item, String end) {
        return fill(START + ",\"readings\":{},\"" + name + "\":[", item, "]" + end + "}");
    }

    private static String sources(IntFunction<String> source, String readings) {
        return fill(START + "," + readings + ",\"sources\":[", source, "]}");
    }

    private static String deep(IntFunction<String> item) {
        String name = "n".repeat(60);
        return fill(("{\"" + name + "\":").repeat(60) + "[", item, "]" + "}".repeat(60));
    }

    /** As many items as fit into the size and stay below the limit of values. */
    private static String fill(String begin, IntFunction<String> item, String end) {
        StringBuilder json = new StringBuilder(begin);
        int room = SIZE - utf8(begin) - utf8(end);
        int values = 0;
        for (int i = 0; ; i++) {
            String next = item.apply(i);
            room -= utf8(next) + 1;
            values += values(next);
            if (room < 0 || values > 199_000) {
                return json.append(end).toString();
            }
            json.append(i == 0 ? "" : ",").append(next);
        }
    }

    /** The maximum number of names, values and opening brackets. */
    private static int values(String json) {
        return Math.max(
                1,
                (int) json.chars().filter(c -> c == '{' || c == '[' || c == ':').count() * 2);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
