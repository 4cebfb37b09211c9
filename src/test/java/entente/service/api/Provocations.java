package entente.service.api;

import entente.service.problem.ProblemType;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** For each kind of problem a way to bring it about with a request that would be good. */
final class Provocations {

    private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";

    private final GoodRequests good;
    private final int port;
    private final Keyed keyed;

    /** A service with accounts, beside the one without. */
    record Keyed(int port, String reader) {}

    Provocations(GoodRequests good, int port, Keyed keyed) {
        this.good = good;
        this.port = port;
        this.keyed = keyed;
    }

    /** The answer to a request of this call that is meant to meet this problem; empty when there is no way known. */
    Optional<HttpWire.Answer> of(Contract.DocumentedOperation operation, ProblemType type, HttpSample sample) {
        return switch (type) {
            case BAD_PARAMETER -> sent(sample.query("bogus=1"));
            case NOT_ACCEPTABLE -> sent(sample.header("Accept", "application/pdf"));
            case WRONG_HOST -> sent(sample.header("Host", "entente.example"));
            case FOREIGN_PAGE -> sent(sample.header("Origin", "http://elsewhere.example"));
            case WRONG_MEDIA_TYPE -> sent(sample.header("Content-Type", "text/plain"));
            case TOO_LARGE -> sent(sample.body(new byte[ContractIT.BATCH_BYTES + 1]));
            case MALFORMED -> malformed(operation, sample);
            case INVALID -> sent(sample.body(GoodRequests.bytes("{\"readings\": {\"nothing\": 1}, \"rdings\": 2}")));
            case NOT_FOUND -> sent(elsewhere(operation, sample));
            case UNAUTHENTICATED -> isWorkshop(operation) ? sent(anonymous(sample)) : toKeyed(sample);
            case FORBIDDEN ->
                isWorkshop(operation)
                        ? sent(good.workshops().forbidden(sample))
                        : toKeyed(sample.header("Authorization", "Bearer " + keyed.reader()));
            case IDEMPOTENCY_KEY_INVALID -> sent(sample.header("Idempotency-Key", "x".repeat(256)));
            case IDEMPOTENCY_KEY_REUSED -> reused(sample);
            case STALE -> sent(sample.header("If-Match", "\"" + "0".repeat(64) + "\""));
            case PRECONDITION_REQUIRED -> sent(without(sample));
            case TOO_SLOW,
                    CONFLICT,
                    EVALUATION_LIMIT,
                    TOO_MANY,
                    TOO_MANY_ATTEMPTS,
                    BUG,
                    OVERLOADED,
                    ARCHIVE_UNAVAILABLE,
                    STORAGE_FULL -> sent(sample.header(FailsOnDemand.HEADER, type.slug()));
            case METHOD_NOT_ALLOWED -> Optional.empty();
        };
    }

    /** Of one that exists, where tokens decide. */
    private static boolean isWorkshop(Contract.DocumentedOperation operation) {
        return operation.path().contains("/workshops/{code}");
    }

    private static HttpSample anonymous(HttpSample sample) {
        Map<String, String> headers = new TreeMap<>(sample.headers());
        headers.remove("Authorization");
        return new HttpSample(sample.method(), sample.path(), headers, sample.body());
    }

    private Optional<HttpWire.Answer> sent(HttpSample sample) {
        return Optional.of(HttpWire.send(port, sample.head("127.0.0.1:" + port), sample.body()));
    }

    private Optional<HttpWire.Answer> toKeyed(HttpSample sample) {
        return Optional.of(HttpWire.send(keyed.port(), sample.head("127.0.0.1:" + keyed.port()), sample.body()));
    }

    /** Everything is answered by a validation, so that only a body that does not come is none. */
    private Optional<HttpWire.Answer> malformed(Contract.DocumentedOperation operation, HttpSample sample) {
        return operation.id().equals("validate")
                ? sent(sample.body(GoodRequests.bytes("no chunk\r\n")).header("Transfer-Encoding", "chunked"))
                : sent(sample.body(GoodRequests.bytes("{\"readings\": ")));
    }

    private static HttpSample elsewhere(Contract.DocumentedOperation operation, HttpSample sample) {
        String path = operation.path();
        boolean identity = path.contains("/assessments/") || path.contains("/jobs/");
        return sample.at(path.replaceAll("\\{\\w+}", identity ? NOWHERE : "no-such-thing"));
    }

    private Optional<HttpWire.Answer> reused(HttpSample sample) {
        HttpSample first = sample.header("Idempotency-Key", UUID.randomUUID().toString());
        good.send(first);
        return sent(new HttpSample(
                first.method(),
                first.path(),
                first.headers(),
                GoodRequests.bytes(GoodRequests.text(first.body()) + " ")));
    }

    private static HttpSample without(HttpSample sample) {
        Map<String, String> headers = new TreeMap<>(sample.headers());
        headers.remove("If-Match");
        headers.remove("If-None-Match");
        return new HttpSample(sample.method(), sample.path(), headers, sample.body());
    }
}
