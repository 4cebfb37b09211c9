package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.Verification;
import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.TreeComparison;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.report.json.VerificationJson;
import entente.report.wording.Wording;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code editions verify} on the command line. */
class VerifyCommandTest {

    static final ResultDocument<Assessment> JSON = AssessmentJson.document(LikelihoodScale.ICD203);

    static final Assessment TODAY = Shipped.assess("status-quo-2025");

    @TempDir
    Path temp;

    static String today() {
        return JSON.pretty(TODAY);
    }

    static Invocation verify(String kept, Object... more) {
        return Invocation.fed(kept, "editions", "verify", "-", more);
    }

    private static final String COVERAGE = Wording.figure(TODAY.confidence().coverage());

    @Tag("thorough")
    @Test
    void everyShippedScenarioIsIdenticalInEveryFormat() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String id : Shipped.scenarioIds()) {
            Assessment assessment = Shipped.assess(id);
            Files.writeString(temp.resolve(id + ".json"), JSON.pretty(assessment));
            Files.writeString(
                    temp.resolve(id + ".phia.json"),
                    AssessmentJson.document(LikelihoodScale.PHIA).pretty(assessment));
            lines.add(JSON.line(assessment));
        }
        Files.writeString(temp.resolve("all.ndjson"), String.join("\n", lines) + "\n");
        Files.writeString(temp.resolve("list.json"), "[" + String.join(",\n", lines) + "]");
        Files.writeString(temp.resolve("notes.txt"), "not read");
        Files.writeString(temp.resolve("assessment.schema.json"), "{}");
        Invocation run = Invocation.of("editions", "verify", temp).quiet();
        int count = 4 * Shipped.scenarioIds().size();
        assertThat(run.out()).endsWith("\n" + count + " assessments: " + count + " identical.\n");
        assertThat(run.flat().split(": identical \\(", -1)).hasSize(count + 1);
        assertThat(run.flat()).contains("all.ndjson, line 3: identical (", "list.json, number 3: identical (");
    }

    @Test
    void assumptionsAndOverridesAreIncluded() {
        Invocation assessed = Invocation.of(
                "assess",
                Shipped.SCENARIOS.resolve("taiwan-war.json"),
                "--without",
                "no_pact,us_reaction",
                "--set",
                "shared_shock_severity=2",
                "--format",
                "json");
        verify(assessed.out()).ok();
    }

    @Test
    void layoutAndMemberOrderAreNoDrift() {
        String turned = today().replace("\n", "\r\n")
                .replaceFirst("(\"engine\": \"[^\"]*\"),(\\s*)(\"rules\": \\{[^}]*})", "$3,$2$1")
                .replaceFirst("(\"percent\": [\\d.]+),", "$1e0,");
        assertThat(turned).containsPattern("\"percent\": [\\d.]+e0,").doesNotContain("{\r\n    \"engine\"");
        verify(turned).ok();
    }

    @Test
    void singleLinesAndBlankLinesAreRead() {
        String line = JSON.line(TODAY);
        verify(line).ok();
        Invocation run = verify(line + "\n\n" + line + "\r\n").ok();
        assertThat(run.out()).contains("standard input, line 1: ", "standard input, line 3: ");
        Invocation broken = verify(line + "\n{\"scenario\": \n" + line).expect(1);
        assertThat(broken.err()).contains("standard input, line 2: 1 problem, not verified");
        assertThat(broken.out()).endsWith("Three assessments: two identical, one not verified.\n");
    }

    @Test
    void changedReadingIsRejected() {
        Invocation run = verify(today().replaceFirst("(\"western_sanctions_on_rus\": \\{[^}]*\"value\": )3", "$14"))
                .refused(65);
        assertThat(run.err())
                .startsWith("standard input: 1 problem, not verified\n  #/scenario/sha256 (line ")
                .contains("one of them was changed after the assessment was written. [DIGEST_DIFFERS]");
    }

    @Test
    void readingChangedWithItsDigestIsFoundInTheLedger() {
        String resolved = TODAY.scenario().resolved();
        String forged = resolved.replaceFirst("(\"western_sanctions_on_rus\":\\{[^}]*\"value\":)3", "$14");
        assertThat(forged).isNotEqualTo(resolved);
        String kept =
                JSON.line(TODAY).replace(resolved, forged).replace(Digest.sha256(resolved), Digest.sha256(forged));
        Invocation run = verify(kept).expect(1);
        assertThat(run.flat())
                .contains(" #/ledger/", "/conditions/western_sanctions_on_rus/actual: 3 then, 4 now")
                .contains("the file was changed after it was written");
    }

    @Test
    void changedVerdictIsReportedWithBothNumbers() {
        Invocation run = verify(today().replaceFirst("\"percent\": [\\d.]+,", "\"percent\": 52.1,"))
                .expect(1);
        assertThat(run.flat())
                .startsWith("standard input: drifted Status quo, late 2025 Then 52 %, roughly even (45–55 %); now "
                        + Shipped.percent(TODAY) + ", almost no chance (1–5 %). One difference:"
                        + " #/verdict/likelihood/percent: 52.1 then, "
                        + Wording.figure(TODAY.verdict().likelihood().value()) + " now")
                .contains("the file was changed after it was written");
    }

    @Test
    void fieldThatAnEarlierVersionDidNotWriteIsADifference() {
        String older = today().replaceFirst("\"schema\": \"[0-9]+\"", "\"schema\": \"1\"")
                .replaceFirst("\"coverage\": [0-9.]+,", "");
        Invocation run = verify(older).expect(1);
        assertThat(run.flat())
                .startsWith("standard input: the same verdict Status quo, late 2025 ")
                .contains(
                        "now the same. One difference: #/confidence/coverage: nothing then, " + COVERAGE + " now Then ")
                .doesNotContain("was changed");
        assertThat(verify(older, "--format", "json").out()).contains("\"outcome\": \"SAME_VERDICT\"");
    }

    /** Whether every occurrence of a field is changed, as in the thorough profile, or only one. */
    private static final boolean EVERY = Integer.getInteger("entente.cases", 100) > 100;

    @Test
    void eachFieldThatIsRemovedAlteredOrAddedIsReported() {
        JsonMapper mapper = new JsonMapper();
        JsonNode tree = mapper.readTree(today());
        List<Change> changes = new ArrayList<>();
        collect(tree, "", "#", changes);
        Set<String> fields = new HashSet<>();
        for (Change change : changes) {
            if (!fields.add(change.shape()) && !EVERY) {
                continue;
            }
            JsonNode changed = tree.deepCopy();
            change.edit().accept(changed.at(change.at()));
            VerificationJson.Report report = VerificationJson.report(
                    "kept",
                    AssessmentReader.read(mapper.writeValueAsBytes(changed)),
                    TODAY.provenance(),
                    (resolved, refused) -> Optional.of(TODAY));
            String top = change.shape().split("/", 3)[1].split(" ", 2)[0];
            List<String> reported = report.verification()
                    .map(verification -> verification.differences().stream().map(TreeComparison.Difference::path))
                    .orElseGet(() -> report.problems().stream().map(Problem::pointer))
                    .filter(path -> path.equals("#/" + top) || path.startsWith("#/" + top + "/"))
                    .toList();
            assertThat(reported).as(change.shape()).isNotEmpty();
            assertThat(report.verification().map(Verification::outcome))
                    .as(change.shape())
                    .isNotEqualTo(Optional.of(Verification.Outcome.IDENTICAL));
        }
        assertThat(fields).hasSizeGreaterThan(300);
    }

    /**
     * @param shape the path without the numbers of items
     * @param at the object or list that is edited
     */
    private record Change(String shape, String at, Consumer<JsonNode> edit) {}

    private static void collect(JsonNode node, String at, String shape, List<Change> changes) {
        if (node instanceof ObjectNode object) {
            changes.add(new Change(shape + "/added", at, there -> ((ObjectNode) there).put("added", 1)));
            for (String name : object.propertyNames()) {
                // Readings by indicator are items of one kind.
                String field = shape.endsWith("/readings") ? shape : shape + "/" + name;
                JsonNode other = altered(object.get(name));
                changes.add(new Change(field + " removed", at, there -> ((ObjectNode) there).remove(name)));
                changes.add(new Change(field + " altered", at, there -> ((ObjectNode) there).set(name, other)));
                collect(object.get(name), at + "/" + name, field, changes);
            }
        } else if (node instanceof ArrayNode list) {
            changes.add(new Change(shape + " longer", at, there -> ((ArrayNode) there).add("added")));
            for (int i = 0; i < list.size(); i++) {
                int item = i;
                JsonNode other = altered(list.get(i));
                changes.add(new Change(shape + " shorter", at, there -> ((ArrayNode) there).remove(item)));
                changes.add(new Change(shape + " altered", at, there -> ((ArrayNode) there).set(item, other)));
                collect(list.get(i), at + "/" + i, shape, changes);
            }
            if (list.size() > 1 && !list.get(0).equals(list.get(1))) {
                changes.add(new Change(
                        shape + " reordered", at, there -> ((ArrayNode) there).add(((ArrayNode) there).remove(0))));
            }
        }
    }

    private static JsonNode altered(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value.isString()
                ? nodes.stringNode(value.asString() + "x")
                : value.isNumber()
                        ? nodes.numberNode(value.decimalValue().add(new BigDecimal("0.1")))
                        : value.isBoolean() ? nodes.booleanNode(!value.asBoolean()) : nodes.numberNode(7);
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        String kept = today().replaceFirst(
                        "\"sha256\": \"[0-9a-f]{64}\",\\s*\"resolved\"", "\"sha256\": \"abc\", \"resolved\"")
                .replace("\"schema\": \"2\"", "\"schema\": \"3\"")
                .replaceFirst("\"percent\": [\\d.]+,\n      \"band\"", "\"percent\": 150,\n      \"band\"")
                .replace("\"scale\": \"ICD203\"", "\"scale\": \"ICD\"")
                .replaceFirst("\"id\": \"status-quo-2025\"", "\"id\": 7")
                .replaceFirst("\"title\": ", "\"name\": ");
        Invocation run = verify(kept).expect(65);
        assertThat(run.err())
                .contains("6 problems, not verified")
                .contains(
                        "BAD_DIGEST", "UNKNOWN_VERSION", "OUT_OF_RANGE", "UNKNOWN_WORD", "MISSING_FIELD", "WRONG_TYPE");
    }

    @Test
    void otherDocumentsAreRejectedAndScenariosRecognized() throws IOException {
        Invocation scenario =
                Invocation.of("editions", "verify", Invocation.BASELINE).expect(65);
        assertThat(scenario.err())
                .contains("This is a scenario; verify reads the output of entente assess --format json.");
        for (String verb : new String[] {"flip --up", "explain", "compare --set political_will_to_ally=3"}) {
            Object[] args = (verb + " " + Invocation.BASELINE + " --format json").split(" ", -1);
            Invocation other = Invocation.fed(Invocation.output(args), "editions", "verify", "-");
            assertThat(other.code()).as(verb).isEqualTo(65);
            assertThat(other.err())
                    .as(verb)
                    .contains("1 problem, not verified", "verify reads the output of entente assess --format json.");
        }
        for (String bad : List.of(
                "",
                "[]",
                "null",
                "7",
                "{}",
                "[{}]",
                "{\"scenario\": {\"resolved\": {\"extends\": \"x\"}}}",
                "not json",
                today().substring(0, 60_000),
                today() + "x",
                "[".repeat(70),
                "\u0000",
                today().replaceFirst("\"claim\": \"", "\"claim\": \"\\\\u001b[31m"))) {
            Invocation run = verify(bad);
            assertThat(run.code())
                    .as(bad.substring(0, Math.min(80, bad.length())))
                    .isEqualTo(65);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("not verified").doesNotContain("\u001B");
        }
        String large = "{\"a\": \"" + "x".repeat(DocumentLimits.ASSESSMENT.bytes()) + "\"}";
        assertThat(verify(large).err()).contains("[TOO_LARGE]");
        String many = "[" + "1,".repeat(DocumentLimits.ASSESSMENT.tokens()) + "1]";
        assertThat(verify(many).err()).contains("[TOO_LARGE]");
    }

    @Test
    void invalidScenarioInsideIsReported() {
        String resolved = TODAY.scenario().resolved();
        String forged = resolved.replace("\"western_sanctions_on_rus\":", "\"western_sanctions_on_ru\":");
        String canonical =
                CanonicalJson.write(Documents.json(forged.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                        .root()
                        .flatMap(Node::toJava)
                        .orElseThrow());
        String kept =
                JSON.line(TODAY).replace(resolved, forged).replace(Digest.sha256(resolved), Digest.sha256(canonical));
        Invocation run = verify(kept).expect(65);
        assertThat(run.err())
                .contains("#/scenario/resolved/readings/western_sanctions_on_ru\n")
                .contains("Did you mean western_sanctions_on_rus? [UNKNOWN_INDICATOR]");
        Invocation other = verify(kept.replaceFirst(Shipped.BOOK.book().sha256(), "1".repeat(64)))
                .expect(1);
        assertThat(other.flat()).contains("The present book does not take its scenario: #/scenario/resolved/readings/");
    }

    @Test
    void invalidFileDoesNotStopTheOthers() throws IOException {
        Path good = Files.writeString(temp.resolve("good.json"), today());
        Path bad = Files.writeString(temp.resolve("bad.json"), "{");
        Invocation mixed =
                Invocation.of("editions", "verify", bad, "nowhere.json", good).expect(1);
        assertThat(mixed.out()).contains("good.json: identical (").endsWith("one identical, two not verified.\n");
        assertThat(mixed.err()).contains("nowhere.json: there is no assessment here.");
    }

    /** A damaged file is identical, drifted or rejected, and never causes an internal error. */
    @Test
    void damagedFilesAreNoInternalError() {
        byte[] whole = JSON.line(TODAY).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20251130);
        for (int i = 0; i < Integer.getInteger("entente.cases", 100); i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(damaged.length);
                switch (random.nextInt(3)) {
                    case 0 -> damaged[at] = (byte) random.nextInt(256);
                    case 1 -> damaged[at] = (byte) "0123456789{}[],:\"n".charAt(random.nextInt(18));
                    default -> damaged = Arrays.copyOf(damaged, at + 1);
                }
            }
            Invocation run = Invocation.fed(damaged, "editions", "verify", "-");
            assertThat(run.code()).as(run.err()).isIn(0, 1, 65);
            assertThat(run.code() == 0).isEqualTo(run.out().contains("identical"));
        }
    }

    /** Names the part of a book that was edited. */
    @Nested
    class DriftedBooks {

        private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("verify");

        private static final String SCENARIO = "{\"id\": \"s\", \"title\": \"A small world\", \"asOf\": \"2020-01-01\","
                + " \"readings\": {\"export_share_pct\": 18, \"shock_severity\": 2, \"border_incident\": 0,"
                + " \"treaty_commitment_level\": 2}}";

        private static final Pattern FIRST = Pattern.compile("ifferences?: (.*)");

        @TempDir
        private static Path cache;

        @TempDir
        private Path temp;

        private Path folder;
        private BookFolder book;
        private Path kept;

        @BeforeEach
        void assess() throws IOException {
            folder = Files.createDirectory(temp.resolve("book"));
            book = BookFolder.small(folder);
            Path scenario = Files.writeString(temp.resolve("s.json"), SCENARIO);
            Invocation run = run("assess", scenario, "--rules", folder, "--format", "json")
                    .ok();
            kept = Files.writeString(temp.resolve("kept.json"), run.out());
        }

        /** Compiled books are cached for all tests. */
        private static Invocation run(Object... args) {
            return Invocation.with(new Home(Shipped.RULES, Shipped.SCENARIOS, cache), args);
        }

        private Invocation verify(Object... more) {
            return run(Stream.concat(Stream.of("editions", "verify", kept, "--rules", folder), Stream.of(more))
                    .toArray());
        }

        /** The first reported difference on one line. */
        private String first() {
            Invocation run = verify().expect(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).containsPattern("kept.json: (drifted|the same verdict)\n");
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("kept.json"));
            String flat = run.flat();
            Matcher first = FIRST.matcher(flat);
            assertThat(first.find()).as(flat).isTrue();
            return first.group(1);
        }

        @Test
        void uneditedBookHasNoDrift() {
            Invocation run = verify().ok();
            assertThat(run.out()).contains("kept.json: identical (");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "weights.yaml | STRONG: {points: 3, | STRONG: {points: 4,"
                            + " | #/ledger/western_customers/alliancePoints: -3 then, -4 now",
                    "indicators.yaml | {from: 15, | {from: 19,"
                            + " | #/ledger/western_customers/conditions/export_share_pct/threshold: 15 then, 19 now"
                })
        void namesWhatWasChanged(String file, String before, String after, String difference) throws IOException {
            book.replace(file, before, after);
            assertThat(first()).startsWith(difference).contains("Then rules 0.0.1 (");
        }

        @Test
        @Tag("thorough")
        void namesFirstOfSeveralChangesInBookOrder() throws IOException {
            book.replaceAll("weights.yaml", "percent: 8,", "percent: 6,")
                    .replaceAll("indicators.yaml", "{from: 10,", "{from: 11,")
                    .replaceAll("claims.drl", "grade >= Grade.MODERATE", "grade >= Grade.HIGH")
                    .replaceAll("claims.drl", "A state that lives by Western customers", "Who lives by customers");
            assertThat(first())
                    .contains(
                            "#/points/base: ",
                            "#/ledger/blow_to_both/conditions/shock_severity/grade: MODERATE then, HIGH now");
            Golden.check(GOLDEN.resolve("several.txt"), stable(verify().out()));
            Golden.check(
                    GOLDEN.resolve("several.json"),
                    stable(verify("--format", "json").out()));
        }

        private String stable(String text) {
            return text.replace(temp.toString(), "");
        }

        @Test
        void differenceWithoutEffectKeepsTheVerdict() throws IOException {
            book.replaceAll("weights.yaml", "version: \"0.0.1\"", "version: \"0.0.2\"");
            Invocation run = verify().expect(1);
            assertThat(run.out()).contains("kept.json: the same verdict\n").doesNotContain("ifference");
            assertThat(verify("--format", "json").out())
                    .contains("\"outcome\": \"SAME_VERDICT\"", "\"path\": \"#/provenance/rules/sha256\"");
        }

        @Test
        @Tag("thorough")
        void namesRemovedIndicator() throws IOException {
            book.replaceAll("indicators.yaml", "border_incident", "shots_fired")
                    .replaceAll("interplay.drl", "border_incident", "shots_fired");
            Invocation run = verify().expect(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("drifted", "now no verdict", "The present book does not take its scenario:")
                    .contains("#/scenario/resolved/readings/border_incident: There is no indicator");
            assertThat(verify("--format", "json").out())
                    .contains("\"outcome\": \"DRIFTED\"", "\"code\": \"UNKNOWN_INDICATOR\"");
        }

        @Test
        void namesOtherEngineVersion() throws IOException {
            Files.writeString(
                    kept, Files.readString(kept).replaceFirst("\"engine\": \"[^\"]*\"", "\"engine\": \"0.0.9\""));
            Invocation run = verify().expect(1);
            assertThat(run.out()).contains("the same verdict\n").contains("Entente 0.0.9; now");
        }
    }
}
