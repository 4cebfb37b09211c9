package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import entente.model.LikelihoodScale;
import entente.report.json.AssessmentJson;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.testkit.ArchiveFilters;
import entente.testkit.Shipped;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Stores the shipped scenarios in turn and prints the disk space of each, for both databases. */
class ArchiveSizeTest {

    private static final int KEPT_BETWEEN_COMPACTIONS = 100;
    private static final double KILOBYTE = 1024;

    /** The sizes that {@code archive.md} gives are those of answers as they are now. */
    @Test
    void documentedSizesAreMeasuredWithPresentAnswers() throws IOException {
        Matcher measured = Pattern.compile("(?m)^answer: ([0-9.]+) KB on average")
                .matcher(Files.readString(Path.of("src/docs/archive.md")));
        assertThat(measured.find()).isTrue();
        assertThat(averageAnswer(answers()))
                .as("otherwise run src/test/sh/archive-size.sh again")
                .isCloseTo(Double.parseDouble(measured.group(1)), withinPercentage(10));
    }

    /** @param arguments the number of assessments to store */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0
                ? Integer.parseInt(arguments[0])
                : 20 * Shipped.scenarioIds().size();
        List<String> answers = answers();
        System.out.printf(
                Locale.ROOT, "answer: %.1f KB on average over %d scenarios%n", averageAnswer(answers), answers.size());
        for (boolean keyed : new boolean[] {false, true}) {
            String how = keyed ? "with an Idempotency-Key" : "without a key";
            System.out.printf(Locale.ROOT, "H2, %s: %.1f KB each%n", how, h2(answers, count, keyed) / KILOBYTE / count);
            System.out.printf(
                    Locale.ROOT,
                    "PostgreSQL, %s: %.1f KB each%n",
                    how,
                    postgresql(answers, count, keyed) / KILOBYTE / count);
        }
        System.exit(0);
    }

    /** The assessments of the shipped scenarios, as the service returns them. */
    private static List<String> answers() {
        return Shipped.scenarioIds().stream()
                .map(id -> AssessmentJson.document(LikelihoodScale.ICD203).pretty(Shipped.assess(id)))
                .toList();
    }

    /** In kilobytes. */
    private static double averageAnswer(List<String> answers) {
        return answers.stream().mapToInt(String::length).average().orElseThrow() / KILOBYTE;
    }

    /** The file size while the archive is open, after compaction. */
    private static long h2(List<String> answers, int count, boolean keyed) throws IOException {
        Path folder = TestDatabase.folder();
        try (Database store = Database.open(
                DatabaseUrl.of(folder.toString(), Optional.empty(), Optional.empty()), Durability.PROCESS)) {
            keep(store, answers, count, keyed);
            long before;
            long after = Long.MAX_VALUE;
            do {
                before = after;
                store.compact();
                after = Files.size(folder.resolve("entente.mv.db"));
            } while (after < before);
            return after;
        }
    }

    private static long postgresql(List<String> answers, int count, boolean keyed) {
        try (Database store = Database.open(TestDatabase.postgresql(), Durability.PROCESS)) {
            keep(store, answers, count, keyed);
            return store.sql()
                    .sql("select pg_total_relation_size('assessment') + pg_total_relation_size('idempotent_response')")
                    .query(Long.class)
                    .single();
        }
    }

    private static void keep(Database store, List<String> answers, int count, boolean keyed) {
        Archive archive = new Archive(store, InstantSource.system());
        IdempotentResponses idempotent = new IdempotentResponses(store, InstantSource.system());
        for (int i = 0; i < count; i++) {
            String json = answers.get(i % answers.size());
            NewAssessment assessment = new NewAssessment(
                    ArchiveFilters.FACTS
                            .withScenarioId("scenario-" + i % answers.size())
                            .withTitle("A title as long as those of the shipped scenarios"),
                    json);
            if (keyed) {
                IdempotencyKey key =
                        new IdempotencyKey("local", UUID.randomUUID().toString(), "f".repeat(64));
                idempotent.execute(
                        key,
                        () -> new ApiResponse(
                                201,
                                Map.of("Content-Type", "application/json"),
                                json.getBytes(StandardCharsets.UTF_8),
                                Optional.of(archive.add(assessment))));
            } else {
                archive.add(assessment);
            }
            if (i % KEPT_BETWEEN_COMPACTIONS == 0) {
                store.compact();
            }
        }
    }
}
