package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.testkit.Invocation;
import entente.document.DocumentLimits;
import entente.model.LikelihoodScale;
import entente.service.admission.EvaluationExecutor;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shared by the tests of the same subject. */
abstract class BatchFixture {


    static final RunningService SERVICE = RunningService.shared();
    static final String PATH = "/api/v1/assessments:batch";
    static final JsonMapper MAPPER = new JsonMapper();
    static final List<String> IDS = List.of("baseline-2018", "taiwan-war", "status-quo-2025");

    static String scenario(String id) {
        return new String(Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json")), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }
}
