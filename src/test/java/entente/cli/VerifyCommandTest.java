package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.Verification;
import entente.document.Digest;
import entente.document.TreeComparison;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.VerificationJson;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class VerifyCommandTest extends VerifyFixture {

    private static final String COVERAGE = Wording.figure(TODAY.confidence().coverage());

    private static final String THRESHOLD_OF_HIGH = "(\"AT_LEAST\",\\s+\"grade\": \"HIGH\",\\s+\"threshold\": )3\\b";

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
        Invocation run = Invocation.of("editions", "verify", temp);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        int count = 4 * Shipped.scenarioIds().size();
        assertThat(run.out()).endsWith("\n" + count + " assessments: " + count + " identical.\n");
        assertThat(run.out().lines()).hasSize(count + 1);
        assertThat(run.out()).contains("all.ndjson, line 3: identical (", "list.json, number 3: identical (");
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
        assertThat(verify(assessed.out()).code()).isZero();
    }

    @Test
    void layoutAndMemberOrderAreNoDrift() {
        String turned = today().replace("\n", "\r\n")
                .replaceFirst("(\"engine\": \"[^\"]*\"),(\\s*)(\"rules\": \\{[^}]*})", "$3,$2$1")
                .replaceFirst("(\"percent\": [\\d.]+),", "$1e0,");
        assertThat(turned).containsPattern("\"percent\": [\\d.]+e0,").doesNotContain("{\r\n    \"engine\"");
        assertThat(verify(turned).code()).isZero();
    }

    @Test
    void singleLinesAndBlankLinesAreRead() {
        String line = JSON.line(TODAY);
        assertThat(verify(line).code()).isZero();
        Invocation run = verify(line + "\n\n" + line + "\r\n");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("standard input, line 1: ", "standard input, line 3: ");
        Invocation broken = verify(line + "\n{\"scenario\": \n" + line);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("standard input, line 2: 1 problem, not verified");
        assertThat(broken.out()).endsWith("Three assessments: two identical, one not verified.\n");
    }

    @Test
    void quietPrintsNothingForIdenticalAssessments() {
        assertThat(verify(today(), "--quiet")).isEqualTo(new Invocation(0, "", ""));
        assertThat(verify(today().replaceFirst("\"percent\": [\\d.]+,", "\"percent\": 15.1,"), "-q")
                        .out())
                .contains("drifted");
    }

    @Test
    void changedReadingIsRejected() {
        Invocation run = verify(today().replaceFirst("(\"western_sanctions_on_rus\": \\{[^}]*\"value\": )3", "$14"));
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("standard input: 1 problem, not verified\n  #/scenario/sha256 (line ")
                .contains("one of them was changed after the assessment was written. [DIGEST_DIFFERS]");
    }

    @Test
    void changedDigestIsRejected() {
        String sha256 = TODAY.scenario().sha256();
        Invocation run = verify(today().replace(sha256, "0".repeat(64)));
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).contains("[DIGEST_DIFFERS]");
    }

    @Test
    void readingChangedWithItsDigestIsFoundInTheLedger() {
        String resolved = TODAY.scenario().resolved();
        String forged = resolved.replaceFirst("(\"western_sanctions_on_rus\":\\{[^}]*\"value\":)3", "$14");
        assertThat(forged).isNotEqualTo(resolved);
        String kept =
                JSON.line(TODAY).replace(resolved, forged).replace(Digest.sha256(resolved), Digest.sha256(forged));
        Invocation run = verify(kept);
        assertThat(run.code()).isEqualTo(1);
        assertThat(flat(run))
                .contains(" #/ledger/", "/conditions/western_sanctions_on_rus/actual: 3 then, 4 now")
                .contains("the file was changed after it was written");
    }

    @Test
    void changedVerdictIsReportedWithBothNumbers() {
        Invocation run = verify(today().replaceFirst("\"percent\": [\\d.]+,", "\"percent\": 52.1,"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(flat(run))
                .startsWith("standard input: drifted Status quo, late 2025 Then 52 %, roughly even (45–55 %); now "
                        + Shipped.percent(TODAY) + ", almost no chance (1–5 %). One difference:"
                        + " #/verdict/likelihood/percent: 52.1 then, "
                        + Wording.figure(TODAY.verdict().likelihood().value()) + " now")
                .contains("the file was changed after it was written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\": \"Status quo, late 2025\",|\"title\": \"Another\",|#/scenario/title: Another then, Status quo, late 2025 now",
                "\"coverage\":|\"covered\":|#/confidence/covered: COVERAGE then, nothing now",
                "\"kind\": \"barrier\"|\"kind\": \"driver\"|#/groups/us_reaction/kind: driver then, barrier now",
                "\"seed\": null|\"seed\": 7|#/provenance/seed: 7 then, null now",
            })
    void anyOtherEditIsReportedWithItsPointer(String old, String fresh, String told) {
        String kept = today();
        int at = kept.indexOf(old);
        assertThat(at).isPositive();
        Invocation run = verify(kept.substring(0, at) + fresh + kept.substring(at + old.length()));
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(flat(run)).contains(told.replace("COVERAGE", COVERAGE));
    }

    @Test
    void missingOrExtraFieldIsADriftForTheSameEngine() {
        Invocation missing = verify(today().replaceFirst("\"clampedFrom\": null,\\s*", ""));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(flat(missing)).contains("#/points/clampedFrom: nothing then, null now");
        Invocation more = verify(today().replaceFirst("\\{", "{\"approvedBy\": \"nobody\","));
        assertThat(more.code()).isEqualTo(1);
        assertThat(flat(more)).contains("#/approvedBy: nobody then, nothing now");
    }

    @Test
    void changedCutPointNamesRuleAndIndicator() {
        long changed =
                Pattern.compile(THRESHOLD_OF_HIGH).matcher(today()).results().count();
        Invocation run = verify(today().replaceAll(THRESHOLD_OF_HIGH, "$12"));
        assertThat(flat(run))
                .contains("differences: #/ledger/us_reads_alliance_as_offence_high/conditions/us_reaction_severity_e")
                .contains("threshold: 2 then, 3 now, and " + (changed - 1) + " more alike");
    }

    @Test
    void fieldThatAnEarlierVersionDidNotWriteIsADifference() {
        String older = today().replaceFirst("\"schema\": \"[0-9]+\"", "\"schema\": \"1\"")
                .replaceFirst("\"coverage\": [0-9.]+,", "");
        Invocation run = verify(older);
        assertThat(run.code()).isEqualTo(1);
        assertThat(flat(run))
                .startsWith("standard input: the same verdict Status quo, late 2025 ")
                .contains(
                        "now the same. One difference: #/confidence/coverage: nothing then, " + COVERAGE + " now Then ")
                .doesNotContain("was changed");
        assertThat(verify(older, "--format", "json").out()).contains("\"outcome\": \"SAME_VERDICT\"");
    }

    /** Of each field one occurrence; of every occurrence in the thorough profile. */
    @Test
    void eachFieldThatIsRemovedAlteredOrAddedIsReported() {
        JsonMapper mapper = new JsonMapper();
        JsonNode tree = mapper.readTree(today());
        List<Change> changes = new ArrayList<>();
        collect(tree, "#", changes);
        Set<String> fields = new HashSet<>();
        for (Change change : changes) {
            if (!fields.add(change.shape()) && !EVERY) {
                continue;
            }
            change.apply().run();
            byte[] kept = mapper.writeValueAsBytes(tree);
            change.undo().run();
            VerificationJson.Report report = VerificationJson.report(
                    "kept", AssessmentReader.read(kept), TODAY.provenance(), (resolved, refused) -> Optional.of(TODAY));
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
        assertThat(mapper.writeValueAsString(tree)).isEqualTo(mapper.writeValueAsString(mapper.readTree(today())));
    }

    /** Whether every occurrence of a field is changed, as in the thorough profile. */
    private static final boolean EVERY = Integer.getInteger("entente.cases", 100) > 100;

    private record Change(String shape, Runnable apply, Runnable undo) {}

    /** @param shape the path without the numbers of items */
    private static void collect(JsonNode node, String shape, List<Change> changes) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> copy = new LinkedHashMap<>();
            object.properties().forEach(member -> copy.put(member.getKey(), member.getValue()));
            Runnable undo = () -> {
                object.removeAll();
                object.setAll(copy);
            };
            changes.add(new Change(shape + "/added", () -> object.put("added", 1), undo));
            for (String name : List.copyOf(object.propertyNames())) {
                // Readings by indicator are items of one kind.
                String at = shape.endsWith("/readings") ? shape : shape + "/" + name;
                changes.add(new Change(at + " removed", () -> object.remove(name), undo));
                changes.add(new Change(at + " altered", () -> object.set(name, altered(copy.get(name))), undo));
                collect(object.get(name), at, changes);
            }
        } else if (node instanceof ArrayNode list) {
            List<JsonNode> copy = new ArrayList<>();
            list.forEach(copy::add);
            Runnable undo = () -> {
                list.removeAll();
                list.addAll(copy);
            };
            changes.add(new Change(shape + " longer", () -> list.add("added"), undo));
            for (int i = 0; i < list.size(); i++) {
                int item = i;
                changes.add(new Change(shape + " shorter", () -> list.remove(item), undo));
                changes.add(new Change(shape + " altered", () -> list.set(item, altered(copy.get(item))), undo));
                collect(list.get(i), shape, changes);
            }
            if (list.size() > 1 && !list.get(0).equals(list.get(1))) {
                changes.add(new Change(shape + " reordered", () -> list.add(list.remove(0)), undo));
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
}
