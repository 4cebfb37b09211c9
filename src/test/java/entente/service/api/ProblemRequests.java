package entente.service.api;

import entente.service.problem.ProblemType;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** For each problem type a request that causes it, made from a valid request. */
final class ProblemRequests {

    private static final String UNKNOWN_ID = "00000000-0000-7000-8000-000000000000";

    private final ValidRequests good;
    private final int port;
    private final Keyed keyed;

    /** A service that requires API keys. */
    record Keyed(int port, String reader) {}

    ProblemRequests(ValidRequests good, int port, Keyed keyed) {
        this.good = good;
        this.port = port;
        this.keyed = keyed;
    }

    /** The answer to a request that should get this problem; empty if no such request is known. */
    Optional<HttpWire.Answer> of(Contract.DocumentedOperation operation, ProblemType type, HttpSample sample) {
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
                isWorkshop(operation) ? send(anonymous(sample)) : sendWithKeys(sample.header("Accept", "*/*"));
            case FORBIDDEN ->
                isWorkshop(operation)
                        ? send(good.workshops().forbidden(sample))
                        : sendWithKeys(sample.header("Authorization", "Bearer " + keyed.reader())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Prefer", "respond-async"));
            case IDEMPOTENCY_KEY_INVALID -> send(stored(sample).header("Idempotency-Key", "x".repeat(256)));
            case IDEMPOTENCY_KEY_REUSED -> sendWithReusedKey(sample);
            case STALE -> send(sample.header("If-Match", "\"" + "0".repeat(64) + "\""));
            case PRECONDITION_REQUIRED -> send(withoutPrecondition(sample));
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
    private static boolean isWorkshop(Contract.DocumentedOperation operation) {
        return operation.path().contains("/workshops/{code}")
                && !operation.path().endsWith("/facilitators");
    }

    private static HttpSample anonymous(HttpSample sample) {
        Map<String, String> headers = new TreeMap<>(sample.headers());
        headers.remove("Authorization");
        return new HttpSample(sample.method(), sample.path(), headers, sample.body());
    }

    private Optional<HttpWire.Answer> send(HttpSample sample) {
        return Optional.of(HttpWire.send(port, sample.head("127.0.0.1:" + port), sample.body()));
    }

    private Optional<HttpWire.Answer> sendWithKeys(HttpSample sample) {
        return Optional.of(HttpWire.send(keyed.port(), sample.head("127.0.0.1:" + keyed.port()), sample.body()));
    }

    /** What a browser without a session gets for a page that needs one. */
    HttpWire.Answer withoutSession(HttpSample sample) {
        return sendWithKeys(sample.header("Accept", "text/html")).orElseThrow();
    }

    /** Where malformed JSON is reported in the result, only an incomplete body is malformed. */
    private Optional<HttpWire.Answer> malformed(Contract.DocumentedOperation operation, HttpSample sample) {
        return List.of("validate", "assessBatch").contains(operation.id())
                ? send(sample.body(ValidRequests.bytes("no chunk\r\n")).header("Transfer-Encoding", "chunked"))
                : send(sample.body(ValidRequests.bytes("{\"readings\": ")));
    }

    private static HttpSample unknownResource(Contract.DocumentedOperation operation, HttpSample sample) {
        String path = operation.path();
        boolean identity = path.matches(".*/(assessments|jobs|schedules|deliveries)/.*");
        return sample.at(path.replaceAll("\\{\\w+}", identity ? UNKNOWN_ID : "no-such-thing"));
    }

    /** An exploration is stored as a job only. */
    private static HttpSample stored(HttpSample sample) {
        return sample.path().endsWith("/explorations") ? sample.header("Prefer", "respond-async") : sample;
    }

    private Optional<HttpWire.Answer> sendWithReusedKey(HttpSample sample) {
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

    private static HttpSample withoutPrecondition(HttpSample sample) {
        Map<String, String> headers = new TreeMap<>(sample.headers());
        headers.remove("If-Match");
        headers.remove("If-None-Match");
        return new HttpSample(sample.method(), sample.path(), headers, sample.body());
    }
}
