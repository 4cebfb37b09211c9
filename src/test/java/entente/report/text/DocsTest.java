package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Cli;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.service.api.Curl;
import entente.service.api.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a document shows is what happens. In a fenced block, a line that begins with {@code $} is a command and the
 * lines below it are what it prints; {@code …} stands for what is left out, on a line of its own for whole lines. A
 * command ends with 0 unless {@code $ echo $?} below it says otherwise, and {@code > target/docs/…} keeps what it prints. {@code $ cat target/docs/…} shows a file that the
 * reader makes, so it is made. Blocks of DRL and YAML are quotations from the rule book.
 */
class DocsTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Path MADE = Path.of("target", "docs");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    /** A command with what is shown below it. */
    private record Step(int line, String command, List<String> shown) {}

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.list(DOCS)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @TestFactory
    Stream<DynamicTest> each_command_prints_what_the_document_shows() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            List<Step> steps = steps(document);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                boolean coded =
                        i + 1 < steps.size() && steps.get(i + 1).command().equals("echo $?");
                int code = coded ? Integer.parseInt(steps.get(i + 1).shown().get(0)) : 0;
                tests.add(DynamicTest.dynamicTest(
                        document.getFileName() + ":" + step.line() + " " + step.command(), () -> run(step, code)));
            }
        }
        return tests.stream();
    }

    private static List<Step> steps(Path document) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced && line.startsWith("$ ")) {
                StringBuilder command = new StringBuilder(line.substring(2));
                int at = i + 1;
                while (command.toString().endsWith("\\")) {
                    command.setLength(command.length() - 1);
                    command.append(lines.get(++i).strip());
                }
                steps.add(new Step(at, command.toString(), new ArrayList<>()));
            } else if (fenced && !steps.isEmpty() && insideOf(steps.get(steps.size() - 1), lines, i)) {
                steps.get(steps.size() - 1).shown().add(line);
            }
        }
        return steps;
    }

    /** Whether no fence stands between the command and this line. */
    private static boolean insideOf(Step step, List<String> lines, int at) {
        return lines.subList(step.line(), at).stream().noneMatch(line -> line.startsWith("```"));
    }

    private static void run(Step step, int code) throws IOException {
        List<String> words = words(step.command());
        switch (words.get(0)) {
            case "./entente" -> entente(step, words.subList(1, words.size()), code);
            case "curl" -> compare(step.shown(), Curl.run(words.subList(1, words.size())));
            case "cat" -> file(Path.of(words.get(1)), step);
            case "cp" -> {
                assertThat(words.get(1)).isEqualTo("-r");
                copy(Path.of(words.get(2)), Path.of(words.get(3)));
            }
            case "echo" -> assertThat(step.command()).isEqualTo("echo $?");
            case "mvn", "git" ->
                assertThat(step.shown()).as("what a build prints is not shown").isEmpty();
            default -> throw new AssertionError("nobody checks this command: " + step.command());
        }
    }

    @BeforeAll
    static void no_file_of_an_earlier_run_is_there() throws IOException {
        delete(MADE);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(match -> Stream.of(match.group(1), match.group(2), match.group(3))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static void entente(Step step, List<String> words, int code) throws IOException {
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
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false);
        if (arguments.get(0).equals("serve")) {
            // This command line cannot serve, and says so; what it does not know would be 64.
            assertThat(new Cli(terminal, Home.of(Path.of(""))).run(arguments.toArray(String[]::new)))
                    .isEqualTo(78);
            compare(
                    step.shown(),
                    "TIME INFO service: " + RunningService.shared().greeting() + "\n");
            return;
        }
        int ended = new Cli(terminal, Home.of(Path.of(""))).run(arguments.toArray(String[]::new));
        String actual = printed.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(actual).isEqualTo(code);
        if (redirected.isPresent()) {
            write(redirected.get(), actual);
            assertThat(step.shown()).as("it went to the file").isEmpty();
        } else if (!step.shown().isEmpty()) {
            compare(step.shown(), actual);
        }
    }

    /** Whether the lines are those that are shown, where … on its own line stands for any number of them. */
    private static boolean shows(List<String> shown, List<String> actual) {
        boolean[] before = new boolean[actual.size() + 1];
        before[0] = true;
        for (String line : shown) {
            boolean[] after = new boolean[actual.size() + 1];
            if (line.strip().equals("…")) {
                boolean reached = false;
                for (int i = 0; i <= actual.size(); i++) {
                    reached |= before[i];
                    after[i] = reached;
                }
            } else {
                Pattern wanted = Pattern.compile(
                        Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
                for (int i = 0; i < actual.size(); i++) {
                    after[i + 1] = before[i] && wanted.matcher(actual.get(i)).matches();
                }
            }
            before = after;
        }
        return before[actual.size()];
    }

    /** The lines are those that are shown; a failure puts the two side by side. */
    private static void compare(List<String> shown, String actual) {
        if (!shows(shown, actual.lines().toList())) {
            assertThat(actual).isEqualTo(String.join("\n", shown) + "\n");
        }
    }

    private static void file(Path file, Step step) throws IOException {
        String shown = String.join("\n", step.shown()) + "\n";
        if (file.startsWith(MADE)) {
            write(file, shown);
        } else {
            compare(step.shown(), Files.readString(file, StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, String text) throws IOException {
        assertThat(file).as("where a document may write").startsWithRaw(MADE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        assertThat(to).as("where a document may write").startsWithRaw(MADE);
        delete(to);
        Files.createDirectories(MADE);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void each_quotation_stands_in_the_rule_book() throws IOException {
        String book = squeezed(read(Path.of("rules")));
        for (Path document : documents()) {
            Matcher block = Pattern.compile("(?ms)^```(?:drl|yaml)\n(.*?)^```").matcher(Files.readString(document));
            while (block.find()) {
                for (String part : block.group(1).split("(?m)^ *…\n")) {
                    assertThat(book).as(document.toString()).contains(squeezed(part));
                }
            }
        }
    }

    private static String read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void each_link_leads_somewhere() throws IOException {
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path target = document.resolveSibling(link.group(1));
                assertThat(target).as(document + " links to " + link.group(1)).exists();
            }
        }
    }

    @Test
    void each_package_stands_in_the_table() throws IOException {
        String page = Files.readString(DOCS.resolve("architecture.md"));
        try (Stream<Path> folders = Files.list(Path.of("src", "main", "java", "entente"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> assertThat(page).contains("\n| `" + folder.getFileName() + "` | "));
        }
    }

    @Test
    void each_code_of_a_refusal_is_explained() throws IOException {
        List<String> ofYaml = List.of("NOT_YAML", "NOT_PLAIN");
        List<String> ofScenarios = codes("scenario", "document");
        ofScenarios.removeAll(ofYaml);
        assertThat(Files.readString(DOCS.resolve("scenario.md"))).contains(quoted(ofScenarios));
        List<String> ofBooks = codes("rulebook");
        ofBooks.addAll(ofYaml);
        assertThat(Files.readString(DOCS.resolve("rules.md"))).contains(quoted(ofBooks));
    }

    private static List<String> quoted(List<String> codes) {
        assertThat(codes).hasSizeGreaterThan(20);
        return codes.stream().map(code -> "`" + code + "`").toList();
    }

    /** The codes in the sources of some packages: nothing else there but names of Drools is a text of capitals. */
    private static List<String> codes(String... packages) throws IOException {
        List<String> codes = new ArrayList<>();
        for (String name : packages) {
            Pattern.compile("\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)\"")
                    .matcher(read(Path.of("src", "main", "java", "entente", name)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(code -> code.length() > 3 && !code.startsWith("DRL") && !codes.contains(code))
                    .forEach(codes::add);
        }
        return codes;
    }
}
