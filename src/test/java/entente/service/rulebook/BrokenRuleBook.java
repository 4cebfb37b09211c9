package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookFault;
import entente.testkit.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A valid rule book with one fault.
 *
 * @param location the file at fault, with its line where there is one; # stands for any
 */
record BrokenRuleBook(String name, String location, String code, Edit edit) {

    private static final int TEN_MEGABYTES = 10 << 20;

    /** Adds one fault to a valid rule book. */
    interface Edit {
        void apply(SoundRuleBook book) throws Exception;
    }

    boolean matches(RuleBookFault fault) {
        String text = SoundRuleBook.asText(fault);
        return text.replaceFirst(":\\d+ ", ":# ").startsWith(location + " " + code + " ")
                || text.startsWith(location + " " + code + " ");
    }

    @Override
    public String toString() {
        return name;
    }

    static List<BrokenRuleBook> all() {
        return List.of(
                new BrokenRuleBook(
                        "ten megabytes of rules",
                        "claims.drl",
                        "TOO_LARGE",
                        b -> b.write("claims.drl", b.read("claims.drl") + "// ".repeat(TEN_MEGABYTES / 3))),
                new BrokenRuleBook(
                        "ten megabytes of catalogue",
                        "indicators.yaml",
                        "TOO_LARGE",
                        b -> b.write("indicators.yaml", b.read("indicators.yaml") + "# ".repeat(TEN_MEGABYTES / 2))),
                new BrokenRuleBook("junk", "claims.drl:#", "NOT_UTF8", b -> b.write("claims.drl", junk())),
                new BrokenRuleBook(
                        "junk for weights", "weights.yaml:#", "NOT_UTF8", b -> b.write("weights.yaml", junk())),
                new BrokenRuleBook(
                        "nothing but zeroes", "claims.drl:#", "SYNTAX", b -> b.write("claims.drl", new byte[4096])),
                new BrokenRuleBook(
                        "another encoding",
                        "claims.drl:#",
                        "NOT_UTF8",
                        b -> b.write("claims.drl", b.read("claims.drl").getBytes(StandardCharsets.UTF_16LE))),
                new BrokenRuleBook("half the rules", "claims.drl:#", "SYNTAX", b -> half(b, "claims.drl")),
                new BrokenRuleBook(
                        "half the catalogue",
                        "indicators.yaml:#",
                        "MISSING_FIELD",
                        b -> firstHalfOfLines(b, "indicators.yaml")),
                new BrokenRuleBook("half the weights", "weights.yaml:#", "NOT_YAML", b -> half(b, "weights.yaml")),
                new BrokenRuleBook(
                        "half the inventory", "inventory.yaml:#", "NOT_YAML", b -> half(b, "inventory.yaml")),
                new BrokenRuleBook(
                        "a file of no bytes", "interplay.drl", "EMPTY_FILE", b -> b.write("interplay.drl", "")),
                new BrokenRuleBook(
                        "a page of a web site",
                        "claims.drl:#",
                        "SYNTAX",
                        b -> b.write("claims.drl", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n")),
                new BrokenRuleBook(
                        "a merge that was not finished",
                        "claims.drl:#",
                        "SYNTAX",
                        b -> b.replace("claims.drl", "    @group( shock )\n", "<<<<<<< HEAD\n    @group( shock )\n")),
                new BrokenRuleBook(
                        "the same rules in two files",
                        "copy.drl:#",
                        "DUPLICATE_ID",
                        b -> b.write("copy.drl", b.read("claims.drl"))),
                new BrokenRuleBook("a third fewer rules", "rules", "FEWER_RULES", BrokenRuleBook::removeThreeRules),
                new BrokenRuleBook(
                        "rules under another name",
                        "inventory.yaml:#",
                        "INVENTORY_GAP",
                        b -> Files.move(
                                b.folder().resolve("claims.drl"), b.folder().resolve("claims.txt"))),
                new BrokenRuleBook("no rules at all", "rules", "NO_RULES", b -> {
                    Files.delete(b.folder().resolve("claims.drl"));
                    Files.delete(b.folder().resolve("interplay.drl"));
                }),
                new BrokenRuleBook("a folder for a file", "claims.drl", "UNREADABLE", b -> {
                    Files.delete(b.folder().resolve("claims.drl"));
                    Files.createDirectory(b.folder().resolve("claims.drl"));
                }),
                new BrokenRuleBook(
                        "a named pipe without a writer",
                        "pipe.drl",
                        "UNREADABLE",
                        b -> assertThat(new ProcessBuilder(
                                                "mkfifo",
                                                b.folder().resolve("pipe.drl").toString())
                                        .start()
                                        .waitFor())
                                .isZero()),
                new BrokenRuleBook(
                        "a link to nowhere", "claims.drl", "UNREADABLE", b -> link(b, "claims.drl", "nowhere.drl")),
                new BrokenRuleBook(
                        "a link to itself", "claims.drl", "UNREADABLE", b -> link(b, "claims.drl", "claims.drl")),
                new BrokenRuleBook("a link out of the folder", "claims.drl", "FOREIGN_LINK", b -> {
                    Path outside = b.folder().resolveSibling("outside.drl");
                    Files.writeString(outside, b.read("claims.drl"));
                    link(b, "claims.drl", outside.toString());
                }),
                new BrokenRuleBook(
                        "a link to an endless device",
                        "weights.yaml",
                        "FOREIGN_LINK",
                        b -> link(b, "weights.yaml", "/dev/zero")),
                new BrokenRuleBook("no folder", "rules", "UNREADABLE", b -> Folders.delete(b.folder())),
                new BrokenRuleBook("a file for a folder", "rules", "UNREADABLE", b -> {
                    Folders.delete(b.folder());
                    Files.writeString(b.folder(), "rules");
                }),
                new BrokenRuleBook(
                        "brackets without end in a rule",
                        "claims.drl:#",
                        "TOO_DEEP",
                        b -> b.replace("claims.drl", "grade >= Grade.MODERATE", "(".repeat(20_000))),
                new BrokenRuleBook(
                        "brackets without end in the catalogue",
                        "indicators.yaml:#",
                        "TOO_DEEP",
                        b -> b.replace("indicators.yaml", "range: [0, 60]", "range: " + "[".repeat(20_000))),
                new BrokenRuleBook("nested aliases", "weights.yaml:#", "NOT_PLAIN", BrokenRuleBook::nestedAliases),
                new BrokenRuleBook(
                        "a fault that only the linter finds",
                        "interplay.drl:7",
                        "SILENCES_NOTHING",
                        b -> b.replace(
                                "interplay.drl",
                                "indicator == \"border_incident\", grade <= Grade.LOW",
                                "indicator == \"export_share_pct\", grade <= Grade.LOW")),
                new BrokenRuleBook(
                        "a cost that comes to nothing",
                        "weights.yaml:#",
                        "WEIGHS_NOTHING",
                        b -> b.replace("weights.yaml", "SLIGHT: {points: 0.5,", "SLIGHT: {points: 0.001,")),
                new BrokenRuleBook(
                        "a case that fails",
                        "cases/first.json:4",
                        "CASE",
                        b -> b.write(
                                "cases/first.json",
                                "{\n  \"sentence\": \"A case.\",\n  \"readings\": {\"export_share_pct\": 18},\n"
                                        + "  \"expect\": {\"sum\": 7}\n}\n")),
                new BrokenRuleBook(
                        "a case that is no JSON",
                        "cases/first.json:2",
                        "NOT_JSON",
                        b -> b.write("cases/first.json", "{\n  \"sentence\": no\n}\n")),
                new BrokenRuleBook(
                        "a case of an unknown indicator",
                        "cases/first.json:3",
                        "UNKNOWN_INDICATOR",
                        b -> b.write(
                                "cases/first.json",
                                "{\n  \"sentence\": \"A case.\",\n  \"readings\": {\"export_share\": 18},\n"
                                        + "  \"expect\": {\"sum\": -3}\n}\n")),
                new BrokenRuleBook("a case from elsewhere", "cases/first.json", "FOREIGN_LINK", b -> {
                    Path outside = b.folder().resolveSibling("outside.json");
                    Files.writeString(outside, "{}");
                    Files.createDirectory(b.folder().resolve("cases"));
                    Files.createSymbolicLink(b.folder().resolve("cases/first.json"), outside);
                }),
                new BrokenRuleBook(
                        "a case of junk", "cases/first.json:#", "NOT_UTF8", b -> b.write("cases/first.json", junk())));
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

    /** Ends at a line break, so that the fault does not depend on the length of the file. */
    private static void firstHalfOfLines(SoundRuleBook book, String file) throws IOException {
        String text = book.read(file);
        book.write(file, text.substring(0, text.lastIndexOf('\n', text.length() / 2) + 1));
    }

    private static void link(SoundRuleBook book, String file, String target) throws IOException {
        Path link = book.folder().resolve(file);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** Leaves 6 of 9 rules, one fewer than the limit allows. */
    static void removeThreeRules(SoundRuleBook book) throws IOException {
        String text = book.read("interplay.drl");
        book.write(
                "interplay.drl",
                text.substring(0, text.indexOf("rule \"A great blow"))
                        + text.substring(text.indexOf("rule \"A treaty of defence"), text.indexOf("rule \"Deaths")));
    }

    private static void nestedAliases(SoundRuleBook book) throws IOException {
        StringBuilder yaml = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            String before = "*" + (char) (c - 1);
            yaml.append(c).append(": &").append(c).append(" [").append((before + ",").repeat(9) + before + "]\n");
        }
        book.write("weights.yaml", yaml + book.read("weights.yaml"));
    }
}
