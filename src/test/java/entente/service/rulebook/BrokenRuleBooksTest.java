package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookFault;
import entente.testkit.Folders;
import entente.testkit.SmallBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred edits that are wrong in one way each. The book in force stays and answers the same bytes, the fault is
 * named
 * with its file and line, and once the edit is mended nothing of it is left.
 */
@Timeout(300)
class BrokenRuleBooksTest {

    private static final int TEN_MEGABYTES = 10 << 20;

    @TempDir
    private static Path temp;

    private static SoundRuleBook book;
    private static RuleBookWatcher watched;
    private static RuleBookSnapshot first;
    private static String answer;

    /** Puts one thing wrong with a valid rule book. */
    interface Spoiling {
        void provoke(SoundRuleBook book) throws Exception;
    }

    /**
     * @param place the file at fault, with its line where there is one; # stands for any
     */
    record Broken(String name, String place, String code, Spoiling spoiling) {

        boolean isNamedBy(RuleBookFault fault) {
            String told = SoundRuleBook.told(fault);
            return told.replaceFirst(":\\d+ ", ":# ").startsWith(place + " " + code + " ")
                    || told.startsWith(place + " " + code + " ");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() throws Exception {
        book = SoundRuleBook.in(temp.resolve("book"));
        watched = RuleBookWatcher.open(book.check(temp.resolve("cache")), SoundRuleBook.BY_HAND, () -> 0);
        first = watched.activeRuleBook().current();
        answer = SoundRuleBook.answer(first);
    }

    @BeforeEach
    void sound() {
        assertThat(watched.activeRuleBook().state().stale()).isFalse();
    }

    /** Mends the book, so that each fault comes from its own edit. */
    @AfterEach
    void mend() throws Exception {
        SoundRuleBook.in(book.folder());
        watched.poll();
        assertThat(watched.activeRuleBook().state().faults()).isEmpty();
        assertThat(watched.activeRuleBook().state().stale()).isFalse();
        assertThat(watched.activeRuleBook().current()).isSameAs(first);
    }

    private static List<RuleBookFault> refused() throws Exception {
        watched.poll();
        RuleBookState state = watched.activeRuleBook().state();
        assertThat(state.stale()).isTrue();
        assertThat(state.sha256()).isEqualTo(first.book().sha256());
        assertThat(state.version()).isEqualTo("0.0.1");
        assertThat(watched.activeRuleBook().current()).isSameAs(first);
        assertThat(SoundRuleBook.answer(watched.activeRuleBook().current())).isEqualTo(answer);
        assertThat(state.faults()).allSatisfy(fault -> {
            assertThat(fault.detail())
                    .doesNotContain(temp.toString())
                    .doesNotContain("Exception", "java.", "org.", "\tat ");
            assertThat(fault.code()).matches("[A-Z][A-Z0-9_]+");
        });
        return state.faults();
    }

    static List<String> overlays() throws IOException {
        try (Stream<Path> books = Files.list(SmallBook.BOOKS)) {
            return books.filter(Files::isDirectory)
                    .map(b -> b.getFileName().toString())
                    .filter(name -> !name.equals(SmallBook.BASE))
                    .sorted()
                    .toList();
        }
    }

    /** What the command line refuses at its start, a service refuses as an edit, in the same words. */
    @ParameterizedTest
    @MethodSource("overlays")
    void whatTheCommandLineRefusesIsNoEdit(String name) throws Exception {
        book.overlay(SmallBook.BASE).overlay(name);
        assertThat(refused().stream().map(SoundRuleBook::told).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(SmallBook.BOOKS.resolve(name).resolve("expected.txt")));
    }

    static List<Broken> edits() {
        return List.of(
                new Broken(
                        "ten megabytes of rules",
                        "claims.drl",
                        "TOO_LARGE",
                        b -> b.write("claims.drl", b.read("claims.drl") + "// ".repeat(TEN_MEGABYTES / 3))),
                new Broken(
                        "ten megabytes of catalogue",
                        "indicators.yaml",
                        "TOO_LARGE",
                        b -> b.write("indicators.yaml", b.read("indicators.yaml") + "# ".repeat(TEN_MEGABYTES / 2))),
                new Broken("junk", "claims.drl:#", "NOT_UTF8", b -> b.write("claims.drl", junk())),
                new Broken("junk for weights", "weights.yaml:#", "NOT_UTF8", b -> b.write("weights.yaml", junk())),
                new Broken("nothing but zeroes", "claims.drl:#", "SYNTAX", b -> b.write("claims.drl", new byte[4096])),
                new Broken(
                        "another encoding",
                        "claims.drl:#",
                        "NOT_UTF8",
                        b -> b.write("claims.drl", b.read("claims.drl").getBytes(StandardCharsets.UTF_16LE))),
                new Broken("half the rules", "claims.drl:#", "SYNTAX", b -> half(b, "claims.drl")),
                new Broken("half the catalogue", "indicators.yaml:#", "MISSING_FIELD", b -> half(b, "indicators.yaml")),
                new Broken("half the weights", "weights.yaml:#", "NOT_YAML", b -> half(b, "weights.yaml")),
                new Broken("half the inventory", "inventory.yaml:#", "NOT_YAML", b -> half(b, "inventory.yaml")),
                new Broken("a file of no bytes", "interplay.drl", "EMPTY_FILE", b -> b.write("interplay.drl", "")),
                new Broken(
                        "a page of a web site",
                        "claims.drl:#",
                        "SYNTAX",
                        b -> b.write("claims.drl", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n")),
                new Broken(
                        "a merge that was not finished",
                        "claims.drl:#",
                        "SYNTAX",
                        b -> b.replace("claims.drl", "    @group( shock )\n", "<<<<<<< HEAD\n    @group( shock )\n")),
                new Broken(
                        "the same rules in two files",
                        "copy.drl:#",
                        "DUPLICATE_ID",
                        b -> b.write("copy.drl", b.read("claims.drl"))),
                new Broken("a third fewer rules", "rules", "FEWER_RULES", BrokenRuleBooksTest::threeFewer),
                new Broken(
                        "rules under another name",
                        "inventory.yaml:#",
                        "INVENTORY_GAP",
                        b -> Files.move(
                                b.folder().resolve("claims.drl"), b.folder().resolve("claims.txt"))),
                new Broken("no rules at all", "rules", "NO_RULES", b -> {
                    Files.delete(b.folder().resolve("claims.drl"));
                    Files.delete(b.folder().resolve("interplay.drl"));
                }),
                new Broken("a folder for a file", "claims.drl", "UNREADABLE", b -> {
                    Files.delete(b.folder().resolve("claims.drl"));
                    Files.createDirectory(b.folder().resolve("claims.drl"));
                }),
                new Broken(
                        "a pipe that nobody writes to",
                        "pipe.drl",
                        "UNREADABLE",
                        b -> assertThat(new ProcessBuilder(
                                                "mkfifo",
                                                b.folder().resolve("pipe.drl").toString())
                                        .start()
                                        .waitFor())
                                .isZero()),
                new Broken("a link to nowhere", "claims.drl", "UNREADABLE", b -> link(b, "claims.drl", "nowhere.drl")),
                new Broken("a link to itself", "claims.drl", "UNREADABLE", b -> link(b, "claims.drl", "claims.drl")),
                new Broken("a link out of the folder", "claims.drl", "FOREIGN_LINK", b -> {
                    Path outside = temp.resolve("outside.drl");
                    Files.writeString(outside, b.read("claims.drl"));
                    link(b, "claims.drl", outside.toString());
                }),
                new Broken(
                        "a link to what has no end",
                        "weights.yaml",
                        "FOREIGN_LINK",
                        b -> link(b, "weights.yaml", "/dev/zero")),
                new Broken("no folder", "rules", "UNREADABLE", b -> Folders.delete(b.folder())),
                new Broken("a file for a folder", "rules", "UNREADABLE", b -> {
                    Folders.delete(b.folder());
                    Files.writeString(b.folder(), "rules");
                }),
                new Broken(
                        "brackets without end in a rule",
                        "claims.drl:#",
                        "TOO_DEEP",
                        b -> b.replace("claims.drl", "atLeast( Grade.MODERATE )", "(".repeat(20_000))),
                new Broken(
                        "brackets without end in the catalogue",
                        "indicators.yaml:#",
                        "TOO_DEEP",
                        b -> b.replace("indicators.yaml", "range: [0, 60]", "range: " + "[".repeat(20_000))),
                new Broken("ten times ten times ten", "weights.yaml:#", "NOT_PLAIN", BrokenRuleBooksTest::laughs),
                new Broken(
                        "what only the linter sees",
                        "interplay.drl:7",
                        "SILENCES_NOTHING",
                        b -> b.replace(
                                "interplay.drl",
                                "indicator == \"border_incident\", atMost( Grade.LOW )",
                                "indicator == \"export_share_pct\", atMost( Grade.LOW )")),
                new Broken(
                        "a cost that comes to nothing",
                        "weights.yaml:#",
                        "WEIGHS_NOTHING",
                        b -> b.replace("weights.yaml", "SLIGHT: {points: 0.5,", "SLIGHT: {points: 0.001,")),
                new Broken(
                        "a case that fails",
                        "cases/first.json:4",
                        "CASE",
                        b -> b.write(
                                "cases/first.json",
                                "{\n  \"sentence\": \"A case.\",\n  \"readings\": {\"export_share_pct\": 18},\n"
                                        + "  \"expect\": {\"sum\": 7}\n}\n")),
                new Broken(
                        "a case that is no JSON",
                        "cases/first.json:2",
                        "NOT_JSON",
                        b -> b.write("cases/first.json", "{\n  \"sentence\": no\n}\n")),
                new Broken(
                        "a case of what is not there",
                        "cases/first.json:3",
                        "UNKNOWN_INDICATOR",
                        b -> b.write(
                                "cases/first.json",
                                "{\n  \"sentence\": \"A case.\",\n  \"readings\": {\"export_share\": 18},\n"
                                        + "  \"expect\": {\"sum\": -3}\n}\n")),
                new Broken("a case from elsewhere", "cases/first.json", "FOREIGN_LINK", b -> {
                    Path outside = temp.resolve("outside.json");
                    Files.writeString(outside, "{}");
                    Files.createDirectory(b.folder().resolve("cases"));
                    Files.createSymbolicLink(b.folder().resolve("cases/first.json"), outside);
                }),
                new Broken(
                        "a case of junk", "cases/first.json:#", "NOT_UTF8", b -> b.write("cases/first.json", junk())));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void theLastSoundBookStays(Broken broken) throws Exception {
        broken.spoiling().provoke(book);
        assertThat(refused()).anyMatch(broken::isNamedBy);
    }

    private static byte[] junk() {
        byte[] junk = new byte[4096];
        new Random(7).nextBytes(junk);
        return junk;
    }

    private static void half(SoundRuleBook book, String file) throws IOException {
        String text = book.read(file);
        book.write(file, text.substring(0, text.length() / 2));
    }

    private static void link(SoundRuleBook book, String file, String target) throws IOException {
        Path link = book.folder().resolve(file);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** The last of three is one too many: 6 of 9 rules. */
    static void threeFewer(SoundRuleBook book) throws IOException {
        String text = book.read("interplay.drl");
        book.write(
                "interplay.drl",
                text.substring(0, text.indexOf("rule \"A great blow"))
                        + text.substring(text.indexOf("rule \"A treaty of defence"), text.indexOf("rule \"Deaths")));
    }

    private static void laughs(SoundRuleBook book) throws IOException {
        StringBuilder laughs = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            String before = "*" + (char) (c - 1);
            laughs.append(c).append(": &").append(c).append(" [").append((before + ",").repeat(9) + before + "]\n");
        }
        book.write("weights.yaml", laughs + book.read("weights.yaml"));
    }
}
