package entente.service.api;

import entente.service.api.Contract.DocumentedOperation;
import entente.service.keys.Role;
import entente.service.problem.ProblemType;
import entente.testkit.Answer;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For each problem type a request that causes it, made from a valid request. */
final class ProblemRequests {

    private static final String UNKNOWN_ID = "00000000-0000-7000-8000-000000000000";

    private final ValidRequests good;

    ProblemRequests(ValidRequests good) {
        this.good = good;
    }

    /** The answer to a request that should get this problem; empty if no such request is known. */
    Optional<Answer> of(DocumentedOperation operation, ProblemType type, HttpSample sample) {
        return switch (type) {
            case BAD_PARAMETER -> send(sample.query("bogus=1"));
            case NOT_ACCEPTABLE -> send(sample.header("Accept", "image/png"));
            case WRONG_HOST -> send(sample.header("Host", "entente.example"));
            case FOREIGN_PAGE -> send(sample.header("Origin", "http://elsewhere.example"));
            case WRONG_MEDIA_TYPE -> send(sample.header("Content-Type", "text/plain"));
            case TOO_LARGE -> send(sample.body(new byte[ContractIT.BATCH_BYTES + 1]));
            case MALFORMED -> malformed(operation, sample);
            case INVALID -> send(sample.body(ValidRequests.bytes("{\"readings\": {\"nothing\": 1}, \"rdings\": 2}")));
            case NOT_FOUND -> send(unknownResource(operation, sample));
            case UNAUTHENTICATED ->
                isWorkshop(operation)
                        ? send(sample.without("Authorization"))
                        : sendWithKeys(sample.header("Accept", "*/*"));
            case FORBIDDEN ->
                isWorkshop(operation)
                        ? send(good.workshops().forbidden(sample))
                        : sendWithKeys(sample.header("Authorization", "Bearer " + RunningService.key(Role.READER))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Prefer", "respond-async"));
            case IDEMPOTENCY_KEY_INVALID -> send(stored(sample).header("Idempotency-Key", "x".repeat(256)));
            case IDEMPOTENCY_KEY_REUSED -> sendWithReusedKey(sample);
            case STALE -> send(sample.header("If-Match", "\"" + "0".repeat(64) + "\""));
            case PRECONDITION_REQUIRED -> send(sample.without("If-Match", "If-None-Match"));
            case TOO_SLOW,
                    CONFLICT,
                    EVALUATION_LIMIT,
                    TOO_MANY,
                    TOO_MANY_ATTEMPTS,
                    BUG,
                    OVERLOADED,
                    ARCHIVE_UNAVAILABLE,
                    STORAGE_FULL -> send(sample.header(ContractIT.FailsOnDemand.HEADER, type.slug()));
            case METHOD_NOT_ALLOWED -> Optional.empty();
        };
    }

    /** Whether the tokens of an existing workshop decide. */
    private static boolean isWorkshop(DocumentedOperation operation) {
        return operation.path().contains("/workshops/{code}")
                && !operation.path().endsWith("/facilitators");
    }

    private Optional<Answer> send(HttpSample sample) {
        return Optional.of(good.send(sample));
    }

    /** To a service that requires keys. */
    private static Optional<Answer> sendWithKeys(HttpSample sample) {
        int keyed = RunningService.withKeys().port();
        return Optional.of(HttpWire.send(keyed, sample.head("127.0.0.1:" + keyed), sample.body()));
    }

    /** What a browser without a session gets for a page that needs one. */
    Answer withoutSession(HttpSample sample) {
        return sendWithKeys(sample.header("Accept", "text/html")).orElseThrow();
    }

    /** Where malformed JSON is reported in the result, only an incomplete body is malformed. */
    private Optional<Answer> malformed(DocumentedOperation operation, HttpSample sample) {
        return List.of("validate", "assessBatch").contains(operation.id())
                ? send(sample.body(ValidRequests.bytes("no chunk\r\n")).header("Transfer-Encoding", "chunked"))
                : send(sample.body(ValidRequests.bytes("{\"readings\": ")));
    }

    private static HttpSample unknownResource(DocumentedOperation operation, HttpSample sample) {
        String path = operation.path();
        boolean identity = path.matches(".*/(assessments|jobs|schedules|deliveries)/.*");
        return sample.at(path.replaceAll("\\{\\w+}", identity ? UNKNOWN_ID : "no-such-thing"));
    }

    /** An exploration is stored as a job only. */
    private static HttpSample stored(HttpSample sample) {
        return sample.path().endsWith("/explorations") ? sample.header("Prefer", "respond-async") : sample;
    }

    private Optional<Answer> sendWithReusedKey(HttpSample sample) {
        HttpSample first =
                stored(sample).header("Idempotency-Key", UUID.randomUUID().toString());
        if (first.body().length == 0) {
            // Another operation has used the key.
            good.send(first.at("/api/v1/assessments").body(ValidRequests.SCENARIO));
            return send(first);
        }
        good.send(first);
        return send(new HttpSample(
                first.method(),
                first.path(),
                first.headers(),
                ValidRequests.bytes(ValidRequests.text(first.body()) + " ")));
    }
}
