package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Home;
import entente.rulebook.CorruptedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.service.rulebook.RuleBookCheck;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the service Drools determines which claims fire: a truth table by which one never holds does not matter. */
class DroolsInferenceIT {

    private static final String RULE = "us_reads_alliance_as_offence";
    private static final Pattern STATUS =
            Pattern.compile("\"" + RULE + "\"[^{}]*?\"status\":\\s*\"(\\w+)\"", Pattern.DOTALL);

    @TempDir
    private static Path cache;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        new RuleBookCheck(Shipped.RULES, Shipped.CACHE, new FolderScenarioSource(List.of(Shipped.SCENARIOS))).load();
        CorruptedRuleBook.write(cache, RULE);
        service = RunningService.start(Map.of("entente.cache", cache.toString()));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void claimsFireByDroolsAndNotByTheTables() {
        HttpResponse<byte[]> answer =
                service.post("/api/v1/assessments?keep=false", Shipped.bytes(Invocation.BASELINE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(status(new String(answer.body(), StandardCharsets.UTF_8))).isEqualTo("FIRED");
        Invocation byTables = Invocation.with(
                new Home(Shipped.RULES, Shipped.SCENARIOS, cache), "assess", "baseline-2018", "--format", "json");
        assertThat(status(byTables.out())).isEqualTo("NOT_FIRED");
    }

    private static String status(String assessment) {
        Matcher row = STATUS.matcher(assessment);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }
}
