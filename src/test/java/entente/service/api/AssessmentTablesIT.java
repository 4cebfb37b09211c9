package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Digest;
import entente.report.csv.AssessmentTable;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of an assessment over HTTP equal those of the command line. */
@Timeout(120)
class AssessmentTablesIT {

    private static final String PATH = "/api/v1/assessments";
    private static final RunningService SERVICE = RunningService.shared();
    private static final byte[] SCENARIO = Shipped.bytes(Invocation.BASELINE);
    private static final Map<String, String> MEDIA = Map.of("csv", "text/csv", "ndjson", "application/x-ndjson");

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void eachTableEqualsTheCommandLineOutput(AssessmentTable table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        String location = SERVICE.post(PATH + "?scale=phia", SCENARIO)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        MEDIA.forEach((format, media) -> {
            String expected = Invocation.of(
                            "assess", Invocation.BASELINE, "--format", format, "--table", name, "--scale", "phia")
                    .out();
            assertThat(expected).isNotEmpty();
            String query = "?scale=phia&table=" + name;
            for (HttpResponse<byte[]> answer : new HttpResponse[] {
                SERVICE.post(PATH + query, SCENARIO, "Accept", media),
                SERVICE.post(PATH + query + "&keep=false", SCENARIO, "Accept", media),
                SERVICE.send(SERVICE.to(location + "?table=" + name).header("Accept", media))
            }) {
                assertThat(text(answer)).isEqualTo(expected);
                boolean stored = !answer.uri().toString().contains("keep=false");
                assertThat(answer.headers().allValues("ETag"))
                        .isEqualTo(stored ? List.of("\"" + Digest.sha256(expected) + "\"") : List.of());
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(media);
            }
        });
    }

    @Test
    void tableNeedsAMediumWithRows() {
        String location =
                SERVICE.post(PATH, SCENARIO).headers().firstValue("Location").orElseThrow();
        for (HttpResponse<byte[]> answer : new HttpResponse[] {
            SERVICE.post(PATH + "?table=ledger", SCENARIO),
            SERVICE.post(PATH + "?table=ledger", SCENARIO, "Accept", "text/html"),
            SERVICE.get(location + "?table=ledger")
        }) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer))
                    .contains("/problems/bad-parameter")
                    .contains(
                            "The parameter table requires an Accept header with application/x-ndjson or text/csv, not ");
        }
        HttpResponse<byte[]> unknown = SERVICE.post(PATH + "?table=leger", SCENARIO, "Accept", "text/csv");
        assertThat(text(unknown)).contains("one of verdicts, groups, ledger, readings, changes", "ledger?");
    }

    /** The table of changes takes a sensitivity analysis. */
    @Test
    void changesCountAsAHeavyEvaluation() {
        String query = "?keep=false&table=";
        Map<String, String> settings =
                Map.of("entente.limits.max-concurrency", "2", "entente.limits.heavy-queue-capacity", "0");
        try (RunningService service = RunningService.start(settings)) {
            EvaluationExecutor evaluations = service.bean(EvaluationExecutor.class);
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            HttpResponse<byte[]> changes = service.post(PATH + query + "changes", SCENARIO, "Accept", "text/csv");
            assertThat(changes.statusCode()).isEqualTo(503);
            assertThat(service.post(PATH + query + "readings", SCENARIO, "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
            evaluations.release(Cost.HEAVY, Caller.SERVICE);
            evaluations.release(Cost.HEAVY, Caller.SERVICE);
            assertThat(service.post(PATH + query + "changes", SCENARIO, "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
