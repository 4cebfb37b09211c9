package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import entente.cli.Cli;
import entente.cli.Home;
import entente.cli.Terminal;
import entente.model.rule.RuleBook;
import entente.testkit.Answer;
import entente.testkit.DynamicTests;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Executes the commands in README and src/docs and compares their output. In a fenced block, a line that begins with
 * {@code $} is a command and the lines below it are its output, see {@link DocumentStep}. A command ends with 0 unless
 * {@code $ echo $?} below it shows another code; {@code > target/docs/…} stores its output; {@code $ cat target/docs/…}
 * shows a file that the reader writes, so it is written. {@code -Dentente.golden=write} rewrites the output.
 */
class DocsTest {

    private static final String SERVED = "http://127.0.0.1:8080";
    private static final Path MADE = Path.of("target", "docs");
    private static final Set<Path> INTRODUCTION = Set.of(Path.of("README.md"), Path.of("src", "docs", "first-hour.md"));
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern FIGURE = Pattern.compile("(?<![\\d.])\\d+\\.(\\d+ %|\\d{3,})");
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\d.,^])(\\d[\\d,]*) (?:\\w+ )?(rules|indicators|readings|scenarios)\\b");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @BeforeAll
    static void deleteFilesOfEarlierRuns() throws IOException {
        Folders.delete(MADE);
    }

    @AfterAll
    static void rewriteDocuments() throws IOException {
        DocumentStep.rewriteDocuments();
    }

    /** README and the tutorial; all documents when they are rewritten. */
    @TestFactory
    Stream<DynamicTest> introductionShowsTheActualOutput() throws IOException {
        return commands(document -> Golden.WRITE || INTRODUCTION.contains(document));
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> otherDocumentsShowTheActualOutput() throws IOException {
        return commands(document -> !Golden.WRITE && !INTRODUCTION.contains(document));
    }

    /** A test for each document, which reports every command whose output is another. */
    private static Stream<DynamicTest> commands(Predicate<Path> chosen) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : DocumentStep.documents()) {
            if (chosen.test(document)) {
                Stream<Executable> steps = DocumentStep.of(document).stream()
                        .filter(step -> !step.isExitCode())
                        .map(step -> DynamicTests.named(step.name(), () -> run(step)));
                tests.add(DynamicTest.dynamicTest(document.toString(), () -> assertAll(document.toString(), steps)));
            }
        }
        return tests.stream();
    }

    /**
     * Prose repeats no figure of a run that the output of its page does not show, and counts what the shipped book and
     * scenarios have. Round counts are those of limits and examples.
     */
    @Test
    void figuresInProseAreThoseOfTheBook() throws IOException {
        RuleBook book = Shipped.BOOK.book();
        int indicators = book.catalogue().indicators().size();
        Map<String, Integer> counts = Map.of(
                "rules",
                book.rules().size(),
                "indicators",
                indicators,
                "readings",
                indicators,
                "scenarios",
                Shipped.scenarioIds().size());
        List<String> stale = new ArrayList<>();
        for (Path document : DocumentStep.documents()) {
            if (document.endsWith("sanity.md")) {
                continue; // as a whole the output of a command, which is compared with it
            }
            String[] parts = Files.readString(document).split("(?m)^```", -1);
            String shown = IntStream.range(0, parts.length)
                    .filter(i -> i % 2 == 1)
                    .mapToObj(i -> parts[i])
                    .collect(Collectors.joining());
            for (int i = 0; i < parts.length; i += 2) {
                String prose = CODE.matcher(parts[i]).replaceAll("");
                FIGURE.matcher(prose)
                        .results()
                        .map(MatchResult::group)
                        .filter(figure -> !shown.contains(figure))
                        .forEach(figure -> stale.add(document + ": " + figure));
                COUNT.matcher(prose)
                        .results()
                        .filter(found -> {
                            int count = Integer.parseInt(found.group(1).replace(",", ""));
                            return count % 10 != 0 && count != counts.get(found.group(2));
                        })
                        .forEach(found -> stale.add(document + ": " + found.group()));
            }
        }
        assertThat(stale).isEmpty();
    }

    /** A reader's time is bounded: what is added replaces something. */
    @Test
    void documentsHaveAtMostFortyThousandWords() throws IOException {
        int words = 0;
        for (Path document : DocumentStep.documents()) {
            if (document.startsWith(Path.of("src", "docs"))) {
                words += new StringTokenizer(Files.readString(document)).countTokens();
            }
        }
        assertThat(words).isBetween(20_000, 40_000);
    }

    private static void run(DocumentStep step) throws IOException {
        List<String> words = words(step.command());
        switch (words.get(0)) {
            case "./entente" -> entente(step, words.subList(1, words.size()));
            case "curl" -> step.compare(curl(words.subList(1, words.size())));
            case "cat" -> file(Path.of(words.get(1)), step);
            case "cp" -> {
                assertThat(words.get(1)).isEqualTo("-r");
                copy(Path.of(words.get(2)), Path.of(words.get(3)));
            }
            case "mvn", "git" ->
                assertThat(step.shown()).as("output of a build is not shown").isEmpty();
            default -> throw new AssertionError("this command is not checked: " + step.command());
        }
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(match -> Stream.of(match.group(1), match.group(2), match.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static void entente(DocumentStep step, List<String> words) throws IOException {
        int redirection = words.indexOf(">");
        Optional<Path> redirected =
                redirection < 0 ? Optional.empty() : Optional.of(Path.of(words.get(redirection + 1)));
        List<String> arguments = redirection < 0 ? words : words.subList(0, redirection);
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("--out")) {
                assertThat(arguments.get(i + 1))
                        .as("where a document may write")
                        .startsWith(MADE.toString());
            }
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false, false);
        if (arguments.get(0).equals("serve")) {
            // The in-process command line cannot run the service; an unknown command would exit with 64.
            assertThat(new Cli(terminal, Home.of(Path.of(""))).run(arguments.toArray(String[]::new)))
                    .isEqualTo(78);
            step.compare("TIME INFO service: " + RunningService.shared().greeting() + "\n");
            return;
        }
        int ended = new Cli(terminal, Home.of(Path.of(""))).run(arguments.toArray(String[]::new));
        String actual = printed.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(actual).isEqualTo(step.code());
        if (redirected.isPresent()) {
            write(redirected.get(), actual);
            assertThat(step.shown()).as("it went to the file").isEmpty();
        } else if (!step.shown().isEmpty()) {
            step.compare(actual);
        }
    }

    private static void file(Path file, DocumentStep step) throws IOException {
        String shown = String.join("\n", step.shown()) + "\n";
        if (file.startsWith(MADE)) {
            write(file, shown);
        } else {
            step.compare(Files.readString(file, StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, String text) throws IOException {
        assertThat(file).as("where a document may write").startsWithRaw(MADE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        assertThat(to).as("where a document may write").startsWithRaw(MADE);
        Folders.delete(to);
        Folders.copy(from, to);
    }

    /** The output of curl with the options that the documents use, from a service in this process, with line feeds. */
    private static String curl(List<String> words) {
        Map<String, String> headers = new LinkedHashMap<>();
        String method = "";
        String path = "";
        byte[] body = new byte[0];
        boolean head = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-i", "-si" -> head = true;
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                case "-d", "--data-binary" -> body = data(words.get(++i));
                default -> path = pathOf(words.get(i));
            }
        }
        headers.putIfAbsent("Accept", "*/*");
        String requestMethod = method.isEmpty() ? (body.length > 0 ? "POST" : "GET") : method;
        RunningService service = RunningService.shared();
        HttpSample sample = new HttpSample(requestMethod, path, headers, body);
        Answer answer = HttpWire.send(service.port(), sample.head("127.0.0.1:8080"), body);
        StringBuilder printed = new StringBuilder();
        if (head) {
            printed.append("HTTP/1.1 ").append(answer.status()).append('\n');
            answer.headers()
                    .forEach((name, value) ->
                            printed.append(name).append(": ").append(value).append('\n'));
            printed.append('\n');
        }
        return printed + answer.text();
    }

    private static byte[] data(String given) {
        return given.startsWith("@")
                ? Shipped.bytes(Path.of(given.substring(1)))
                : given.getBytes(StandardCharsets.UTF_8);
    }

    private static String pathOf(String address) {
        if (!address.startsWith(SERVED)) {
            throw new AssertionError("not an option that the documents use, nor an address of the service: " + address);
        }
        return address.substring(SERVED.length());
    }
}
