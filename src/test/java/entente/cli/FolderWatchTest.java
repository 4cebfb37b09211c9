package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.cli.FolderWatch.Work;
import entente.model.Problem;
import entente.scenario.FolderScenarioSource;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder whose results are the content of the files. Content with "bad" is refused, "broken" fails, "slow" grows while it is
 * read, and "extends ID" is followed by the content of that scenario.
 */
class FolderWatchTest {

    @TempDir
    private Path temporary;

    private final List<String> lines = new ArrayList<>();
    private String setup = "rules 1";
    private Path folder;
    private Path out;
    private FolderWatch watch;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(temporary.resolve("in"));
        out = folder.resolve("briefings");
        watch = start();
    }

    private FolderWatch start() {
        return new FolderWatch(folder, setup, this::read, lines::add);
    }

    private Work read(Path file) {
        String text = content(file);
        if (text.equals("slow")) {
            append(file, " and whole");
        }
        Path parent = folder.resolve(text.replace("extends ", "") + ".json");
        String all = !text.startsWith("extends ")
                ? text
                : text + "\n" + (Files.exists(parent) ? content(parent) : "bad parent");
        if (all.equals("locked")) {
            return refused("", "It is locked.");
        }
        if (all.contains("unreadable")) {
            throw new IllegalStateException("no such text");
        }
        if (all.contains("bad")) {
            return refused(all, "It is bad.");
        }
        return new Work(all, List.of(), () -> {
            if (all.contains("broken")) {
                throw new IllegalStateException("no such element");
            }
            return Map.of("md", ("[" + setup + "] " + all).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Work refused(String basis, String detail) {
        return Work.refused(basis, List.of(Problem.of("#", "BAD", detail)));
    }

    private static String content(Path file) {
        return new String(FolderScenarioSource.read(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private Path put(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** One look. */
    private List<String> poll() throws IOException {
        lines.clear();
        watch.poll(Runnable::run);
        return List.copyOf(lines);
    }

    /** As many looks as a new file needs. */
    private List<String> settle() throws IOException {
        List<String> all = new ArrayList<>(poll());
        all.addAll(poll());
        return all;
    }

    private List<String> restart() throws IOException {
        watch = start();
        return settle();
    }

    private String briefing(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    /** The names of visible files, sorted. */
    private static List<String> names(Path folder) {
        return Folders.files(folder, "").stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    @Test
    void restartRepeatsNothing() throws IOException {
        put("a.json", "good");
        put("b.json", "bad");
        assertThat(settle()).containsExactly("a.json: wrote a.json.md.", "b.json: 1 problem, see b.json.problems.txt.");
        assertThat(settle()).isEmpty();
        Files.delete(out.resolve("a.json.md"));
        assertThat(restart()).as("a briefing can be moved away").isEmpty();
        assertThat(watch.refused()).isZero();
    }

    @Test
    void fileWithoutARecordIsDoneAgainWithTheSameBytes() throws IOException {
        put("a.json", "good");
        settle();
        String before = briefing("a.json.md");
        Files.delete(out.resolve(".entente-watch/a.json.txt"));
        assertThat(restart()).containsExactly("a.json: wrote a.json.md.");
        assertThat(briefing("a.json.md")).isEqualTo(before);
        assertThat(names(out)).containsExactly("a.json.md");
    }

    @Test
    void changedFileIsDoneAgainAlsoWithTheSameSizeAndTime() throws IOException {
        Path input = put("a.json", "good");
        settle();
        FileTime time = Files.getLastModifiedTime(input);
        put("a.json", "fine");
        Files.setLastModifiedTime(input, time);
        assertThat(settle()).containsExactly("a.json: wrote a.json.md.");
        assertThat(briefing("a.json.md")).endsWith("fine");
        put("a.json", "good");
        assertThat(settle()).as("as it was before").hasSize(1);
        assertThat(briefing("a.json.md")).endsWith("good");
    }

    @Test
    void changedSetupMakesAllAnew() throws IOException {
        put("a.json", "good");
        settle();
        setup = "rules 2";
        assertThat(restart()).containsExactly("a.json: wrote a.json.md.");
        assertThat(briefing("a.json.md")).startsWith("[rules 2]");
        assertThat(restart()).isEmpty();
    }

    @Test
    void problemFileVanishesWithTheProblems() throws IOException {
        put("a.json", "bad");
        settle();
        assertThat(folder.resolve("a.json.problems.txt"))
                .hasContent("a.json: 1 problem, no briefing\n  #\n    It is bad. [BAD]");
        put("a.json", "good");
        assertThat(settle()).containsExactly("a.json: wrote a.json.md.");
        assertThat(names(folder)).containsExactly("a.json");
        put("a.json", "bad again");
        settle();
        assertThat(briefing("a.json.md")).as("the last good one stays").endsWith("good");
    }

    @Test
    void removedInputLeavesItsBriefingButNoProblems() throws IOException {
        Path good = put("a.json", "good");
        Path bad = put("b.json", "bad");
        put("c.json.problems.txt", "of somebody else");
        settle();
        Files.delete(good);
        Files.delete(bad);
        assertThat(settle()).isEmpty();
        assertThat(names(folder)).containsExactly("c.json.problems.txt");
        assertThat(names(out)).containsExactly("a.json.md");
        put("b.json", "bad");
        assertThat(settle()).hasSize(1);
    }

    @Test
    void internalErrorOfAFileDoesNotStopTheOthers() throws IOException {
        put("a.json", "broken");
        put("b.json", "good");
        put("c.json", "unreadable");
        assertThat(settle()).hasSize(3);
        assertThat(folder.resolve("a.json.problems.txt"))
                .content()
                .contains("Internal error, please report it: no such element [INTERNAL_ERROR]");
        assertThat(briefing("b.json.md")).endsWith("good");
    }

    @Test
    void placeThatCannotBeWrittenIsNamedAndNothingIsLost() throws IOException {
        put("a.json", "good");
        Path obstacle = Files.createDirectories(out.resolve("a.json.md/full"));
        assertThatThrownBy(this::settle)
                .isInstanceOfSatisfying(
                        CliException.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.INPUT_OUTPUT))
                .hasMessageContaining("briefings/a.json.md cannot be written")
                .hasMessageContaining("Nothing is lost");
        Files.delete(obstacle);
        Files.delete(out.resolve("a.json.md"));
        assertThat(restart()).containsExactly("a.json: wrote a.json.md.");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void nothingIsReadWhileAFileGrows() throws IOException {
        put("a.json", "good");
        Path input = put("b.json", "half");
        assertThat(poll()).isEmpty();
        for (int i = 0; i < 5; i++) {
            append(input, "+");
            assertThat(poll()).as("look %d", i).isEmpty();
        }
        assertThat(poll()).containsExactly("a.json: wrote a.json.md.", "b.json: wrote b.json.md.");
        assertThat(briefing("b.json.md")).endsWith("half+++++");
    }

    @Test
    void fileThatChangesWhileItIsReadIsReadAgain() throws IOException {
        put("a.json", "slow");
        assertThat(settle()).isEmpty();
        assertThat(settle()).containsExactly("a.json: wrote a.json.md.");
        assertThat(briefing("a.json.md")).endsWith("slow and whole");
    }

    @Test
    void hiddenAndUnfinishedFilesAreIgnored() throws IOException {
        for (String name :
                List.of(".a.json", "b.json.tmp", "c.json.part", "d.json~", "e.txt", "f.schema.json", "~$g.xlsx")) {
            put(name, "good");
        }
        Files.createDirectory(folder.resolve("folder.json"));
        assertThat(settle()).isEmpty();
    }

    @Test
    void parentThatAppearsOrChangesMakesItsChildrenAnew() throws IOException {
        put("child.json", "extends parent");
        assertThat(settle()).containsExactly("child.json: 1 problem, see child.json.problems.txt.");
        put("parent.json", "one");
        assertThat(settle()).contains("child.json: wrote child.json.md.");
        assertThat(briefing("child.json.md")).endsWith("extends parent\none");
        assertThat(restart()).isEmpty();
        put("parent.json", "two");
        assertThat(settle()).contains("child.json: wrote child.json.md.");
        assertThat(briefing("child.json.md")).endsWith("two");
    }

    /** Of which no string can be made in every locale. */
    @Test
    void namesOfAnyBytesAndLengthDoNotCollide() throws IOException {
        String longest = "x".repeat(248);
        for (String name : List.of("caf%E9", "caf%E8", "%C3%A9", "a", "a.json", longest + "1", longest + "2")) {
            Files.writeString(Path.of(URI.create(folder.toUri() + name + ".json")), "good");
        }
        put("a.xlsx", "good");
        put("bad name.json", "bad");
        assertThat(settle()).hasSize(9);
        assertThat(names(out)).hasSize(8).contains("a.json.md", "a.xlsx.md", "a.json.json.md");
        assertThat(settle()).isEmpty();
        assertThat(restart()).isEmpty();
        assertThat(names(folder)).contains("bad name.json.problems.txt");
    }

    @Test
    void folderOfTheBriefingsMustBeAFolder() throws IOException {
        Files.delete(out.resolve(".entente-watch"));
        Files.delete(out);
        put("briefings", "a file");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        CliException.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.CANNOT_CREATE))
                .hasMessageContaining("briefings cannot be written to");
    }

    @Test
    void unfinishedFilesOfKilledProcessesAreRemoved() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        String name = ".entente-01234567-89ab-cdef-0123-456789abcdef.";
        for (Path one : List.of(folder, out, out.resolve(".entente-watch"))) {
            Files.writeString(one.resolve(name + ended.pid() + ".tmp"), "half");
        }
        Path living = Files.writeString(out.resolve(name + "1.tmp"), "of a process that runs");
        restart();
        assertThat(Folders.allFiles(folder, ".tmp")).containsExactly(living);
    }

    // On the command line.
    private static final String CHILD = """
            {"schemaVersion": "1", "id": "child", "title": "A child", "extends": "%s", "readings": {}}
            """;

    private Invocation watch(Object... more) {
        return Invocation.of("watch", folder, "--once", "--interval", "0.1", more);
    }

    @Test
    void everyKindOfFileBecomesTheBriefingThatBriefWrites() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("same-id.json"));
        Invocation.output("scenario", "sheet", "baseline-2018", "-o", folder.resolve("same-id.xlsx"));
        Files.writeString(folder.resolve("child.json"), CHILD.formatted("same-id"));
        Invocation run = watch("--format", "html,md").quiet();
        assertThat(run.out())
                .isEqualTo("child.json: wrote child.json.html, child.json.md.\n"
                        + "same-id.json: wrote same-id.json.html, same-id.json.md.\n"
                        + "same-id.xlsx: wrote same-id.xlsx.html, same-id.xlsx.md.\n");
        for (String name : new String[] {"child.json", "same-id.json", "same-id.xlsx"}) {
            assertThat(briefing(name + ".md")).isEqualTo(Invocation.output("brief", folder.resolve(name)));
        }
        assertThat(watch("--format", "md,html")).isEqualTo(new Invocation(0, "", ""));
    }

    @Test
    void problemsArePrintedAsByValidate() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), CHILD.formatted("nothing-here"));
        Invocation run = watch();
        assertThat(run).isEqualTo(new Invocation(1, "bad.json: 1 problem, see bad.json.problems.txt.\n", ""));
        String problems = Files.readString(folder.resolve("bad.json.problems.txt"));
        assertThat(problems).startsWith("bad.json: 1 problem, no briefing\n");
        assertThat(Invocation.of("validate", bad).err()).endsWith(problems.substring(problems.indexOf('\n')));
    }

    /** A link may lead to what only the watcher can read. */
    @Test
    void linkIsRefusedAlsoAsAParent() throws IOException {
        Files.createSymbolicLink(folder.resolve("linked.json"), Invocation.BASELINE.toAbsolutePath());
        Files.writeString(folder.resolve("child.json"), CHILD.formatted("linked"));
        watch().expect(1);
        assertThat(folder.resolve("linked.json.problems.txt")).content().contains("it is a link", "[UNREADABLE]");
        assertThat(folder.resolve("child.json.problems.txt")).exists();
        Files.delete(folder.resolve("linked.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("linked.json"));
        watch().ok();
        assertThat(briefing("child.json.md")).isNotEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.problems.txt");
    }

    @Test
    void otherRulesOrAnotherScaleMakeAllAnew() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        assertThat(watch().out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(watch("--scale", "phia").out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(briefing("a.json.md")).contains("--scale phia");
        BookFolder withoutRival = BookFolder.copy(Shipped.RULES, temporary.resolve("rules"));
        assertThat(watch("--rules", withoutRival.folder()).out()).isEqualTo("a.json: wrote a.json.md.\n");
        Path rival = Shipped.RULES.resolve("rival");
        assertThat(watch("--rules", rival).out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(briefing("a.json.md")).contains("--rules " + rival);
        assertThat(watch("--rules", rival).out()).isEmpty();
    }
}
