package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages of {@code verify} about documents that are no assessments. */
class VerifyBadInputTest extends VerifyFixture {

    @Test
    void everyProblemIsReportedAtOnce() {
        String kept = today().replaceFirst(
                        "\"sha256\": \"[0-9a-f]{64}\",\\s*\"resolved\"", "\"sha256\": \"abc\", \"resolved\"")
                .replace("\"schema\": \"2\"", "\"schema\": \"3\"")
                .replaceFirst("\"percent\": [\\d.]+,\n      \"band\"", "\"percent\": 150,\n      \"band\"")
                .replace("\"scale\": \"ICD203\"", "\"scale\": \"ICD\"")
                .replaceFirst("\"id\": \"status-quo-2025\"", "\"id\": 7")
                .replaceFirst("\"title\": ", "\"name\": ");
        Invocation run = verify(kept);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err())
                .contains("6 problems, not verified")
                .contains(
                        "BAD_DIGEST", "UNKNOWN_VERSION", "OUT_OF_RANGE", "UNKNOWN_WORD", "MISSING_FIELD", "WRONG_TYPE");
    }

    @Test
    void otherDocumentsAreRejectedAndScenariosRecognized() throws IOException {
        Invocation scenario = Invocation.of("editions", "verify", Invocation.BASELINE);
        assertThat(scenario.code()).isEqualTo(65);
        assertThat(scenario.err())
                .contains("This is a scenario; verify reads the output of entente assess --format json.");
        for (String verb : new String[] {"flip --up", "explain", "compare --set political_will_to_ally=3"}) {
            Object[] args = (verb + " " + Invocation.BASELINE + " --format json").split(" ", -1);
            Invocation other = Invocation.fed(Invocation.of(args).out(), "editions", "verify", "-");
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
        Invocation run = verify(kept);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err())
                .contains("#/scenario/resolved/readings/western_sanctions_on_ru\n")
                .contains("Did you mean western_sanctions_on_rus? [UNKNOWN_INDICATOR]");
        Invocation other = verify(kept.replaceFirst(Shipped.BOOK.book().sha256(), "1".repeat(64)));
        assertThat(other.code()).isEqualTo(1);
        assertThat(flat(other)).contains("The present book does not take its scenario: #/scenario/resolved/readings/");
    }

    @Test
    void invalidFileDoesNotStopTheOthers() throws IOException {
        Path good = Files.writeString(temp.resolve("good.json"), today());
        Path bad = Files.writeString(temp.resolve("bad.json"), "{");
        assertThat(Invocation.of("editions", "verify", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.of("editions", "verify", "").code()).isEqualTo(66);
        assertThat(Invocation.of("editions", "verify", Files.createDirectory(temp.resolve("empty")))
                        .code())
                .isEqualTo(66);
        assertThat(Invocation.of("editions", "verify", bad).code()).isEqualTo(65);
        assertThat(Invocation.of("editions", "verify", bad, "nowhere.json").code())
                .isEqualTo(1);
        Invocation mixed = Invocation.of("editions", "verify", bad, "nowhere.json", good);
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.out()).contains("good.json: identical (").endsWith("one identical, two not verified.\n");
        assertThat(mixed.err()).contains("nowhere.json: there is no assessment here.");
        assertThat(Invocation.of("editions", "verify").code()).isEqualTo(64);
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
            Invocation run = Invocation.with(new java.io.ByteArrayInputStream(damaged), "editions", "verify", "-");
            assertThat(run.code()).as(run.err()).isIn(0, 1, 65);
            assertThat(run.code() == 0).isEqualTo(run.out().contains("identical"));
        }
    }
}
