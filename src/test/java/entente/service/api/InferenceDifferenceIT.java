package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import entente.rulebook.CorruptedRuleBook;
import entente.rulebook.InferenceCounts;
import entente.scenario.FolderScenarioSource;
import entente.service.problem.ProblemResponses;
import entente.service.rulebook.RuleBookCheck;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A service whose truth tables contradict Drools assesses nothing and reports the rule. */
class InferenceDifferenceIT {

    private static final String RULE = "us_reads_alliance_as_offence";
    private static final String SCENARIO =
            new String(Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json")), StandardCharsets.UTF_8);
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    private static Path cache;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        new RuleBookCheck(
                        Shipped.RULES,
                        Shipped.CACHE,
                        new FolderScenarioSource(List.of(Shipped.SCENARIOS)),
                        new InferenceCounts())
                .load();
        CorruptedRuleBook.write(cache, RULE);
        service = RunningService.start(Map.of("entente.cache", cache.toString()));
        LOG.start();
        log().setAdditive(false);
        log().addAppender(LOG);
    }

    @AfterAll
    static void close() {
        log().detachAppender(LOG);
        log().setAdditive(true);
        service.close();
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger(ProblemResponses.class);
    }

    @Test
    void differenceIsAnInternalErrorInTheMetrics() {
        Map<String, String> requests = Map.of(
                "/api/v1/assessments", SCENARIO,
                "/api/v1/assessments:batch", "[" + SCENARIO + "]",
                "/api/v1/comparisons", "{\"scenarios\": [" + SCENARIO + ", " + SCENARIO + "]}",
                "/api/v1/flips", "{\"scenario\": " + SCENARIO + ", \"up\": true}",
                "/api/v1/sensitivities", SCENARIO);
        requests.forEach((path, body) -> {
            HttpResponse<byte[]> answer = service.post(path, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(RULE);
        });
        assertThat(LOG.list)
                .filteredOn(event -> event.getThrowableProxy() != null)
                .extracting(event -> event.getThrowableProxy().getMessage())
                .hasSize(requests.size())
                .allMatch(
                        message -> message.equals("Drools and the truth tables differ in scenario baseline-2018: rule "
                                + RULE + " holds by Drools only (us_reaction_severity_expected VERY_HIGH)."));
        assertThat(new String(service.get("/actuator/prometheus").body(), StandardCharsets.UTF_8))
                .contains(
                        "entente_inference_comparisons_total " + requests.size() + ".0",
                        "entente_inference_differences_total " + requests.size() + ".0");
    }
}
