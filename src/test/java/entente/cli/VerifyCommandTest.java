package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest extends VerifyFixture {

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
        Invocation run = Invocation.of("verify", temp);
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
                .replaceFirst("\"percent\": 10,", "\"percent\": 1.00e1,");
        assertThat(turned).contains("\"percent\": 1.00e1,").doesNotContain("{\r\n    \"engine\"");
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
        assertThat(verify(today().replaceFirst("\"percent\": 10,", "\"percent\": 10.1,"), "-q")
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
                .contains("First difference: the reading of western_sanctions_on_rus in the row of ")
                .contains(": 3 then, 4 now. ")
                .contains("the file was changed after it was written");
    }

    @Test
    void changedVerdictIsReportedWithBothNumbers() {
        Invocation run = verify(today().replaceFirst("\"percent\": 10,", "\"percent\": 52.1,"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(flat(run))
                .startsWith(
                        "standard input: drifted Status quo, late 2025 Then 52.1 %, roughly even (45–55 %); now 10.0 %,"
                                + " very unlikely (5–20 %). No weight, condition or cut point on file differs. In the verdict:"
                                + " likelihood.")
                .contains("the file was changed after it was written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\": \"Status quo, late 2025\",|\"title\": \"Another\",|#/scenario/title: Another then, Status quo, late 2025 now.",
                "\"coverage\":|\"covered\":|#/confidence/covered: 0.99 then, nothing now.",
                "\"kind\": \"barrier\"|\"kind\": \"driver\"|#/groups/0/kind: driver then, barrier now.",
                "\"seed\": null|\"seed\": 7|#/provenance/seed: 7 then, null now.",
            })
    void anyOtherEditIsReportedWithItsPointer(String old, String fresh, String told) {
        String kept = today();
        int at = kept.indexOf(old);
        assertThat(at).isPositive();
        Invocation run = verify(kept.substring(0, at) + fresh + kept.substring(at + old.length()));
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(flat(run)).contains("Differs: " + told);
    }

    @Test
    void missingOrExtraFieldIsADriftForTheSameEngine() {
        Invocation missing = verify(today().replaceFirst("\"clampedFrom\": null,\\s*", ""));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(flat(missing)).contains("Differs: #/points/clampedFrom: nothing then, null now.");
        Invocation more = verify(today().replaceFirst("\\{", "{\"approvedBy\": \"nobody\","));
        assertThat(more.code()).isEqualTo(1);
        assertThat(flat(more)).contains("Differs: #/approvedBy: nobody then, nothing now.");
    }

    @Test
    void changedCutPointIsReportedOnce() {
        Invocation run = verify(today().replaceAll(THRESHOLD_OF_HIGH, "$12"), "--format", "json");
        String subject = "\"subject\": \"us_reaction_severity_expected HIGH\"";
        assertThat(run.out().split(subject, -1)).hasSize(1 + 1);
    }
}
