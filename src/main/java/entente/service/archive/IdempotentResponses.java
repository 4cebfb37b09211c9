package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Stored responses to requests with an idempotency key: for 24 hours, a repeated request gets the same response from
 * any instance.
 */
@RequiredArgsConstructor
public final class IdempotentResponses {

    public static final Duration RETENTION = Duration.ofHours(24);

    /** A concurrent request may fail without a response, so the conflict is retried. */
    private static final int MAX_ATTEMPTS = 10;

    private final Database database;
    private final InstantSource clock;

    /** @param replayed whether the response was stored before */
    public record Outcome(ApiResponse response, boolean replayed) {}

    /** @throws ProblemException if the key was used for another request */
    public Optional<ApiResponse> find(IdempotencyKey key) {
        Optional<ApiResponse> stored = database.find(
                (row, number) -> response(row, key),
                "select fingerprint, status, headers, coalesce(o.body, a.json) as body from idempotent_response o "
                        + "left join assessment a on a.id = o.assessment "
                        + "where o.owner = ? and o.idempotency_key = ? and o.at > ?",
                key.owner(),
                key.key(),
                oldest());
        // It may not be durable yet.
        stored.ifPresent(found -> database.awaitDurable());
        return stored;
    }

    /**
     * Runs {@code writing} and stores its response in one transaction. Of concurrent calls one runs it, and the others
     * get its response. Long computations must be done before: the key is locked meanwhile.
     *
     * @param writing writes to the archive, in this thread, and creates the response
     * @throws ProblemException if the key was used for another request, what {@code writing} throws, or 409 if
     *     another request with the key does not end
     */
    public Outcome execute(IdempotencyKey key, Supplier<ApiResponse> writing) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Optional<ApiResponse> earlier = find(key);
            if (earlier.isPresent()) {
                return new Outcome(earlier.get(), true);
            }
            try {
                return new Outcome(database.write(() -> answer(key, writing)), false);
            } catch (RowConflictException byAnother) {
                // Read its response, or retry if it failed.
            }
        }
        throw ProblemType.CONFLICT.problem("Another request with this Idempotency-Key is still being processed.", 1);
    }

    private ApiResponse answer(IdempotencyKey key, Supplier<ApiResponse> writing) {
        reserve(key);
        ApiResponse answer = writing.get();
        byte @Nullable [] body = answer.assessment().isPresent() ? null : Compression.compress(answer.body());
        database.charge(key.owner(), body == null ? 0 : body.length);
        database.update(
                "update idempotent_response set status = ?, headers = ?, body = ?, assessment = ? "
                        + "where owner = ? and idempotency_key = ?",
                answer.status(),
                lines(answer.headers()),
                body,
                answer.assessment().orElse(null),
                key.owner(),
                key.key());
        return answer;
    }

    /** Inserted first, so that a second transaction with the same key waits for this one or finds its response. */
    private void reserve(IdempotencyKey key) {
        try {
            database.update(
                    "delete from idempotent_response where owner = ? and idempotency_key = ? and at <= ?",
                    key.owner(),
                    key.key(),
                    oldest());
            database.update(
                    "insert into idempotent_response (owner, idempotency_key, fingerprint, at) values (?, ?, ?, ?)",
                    key.owner(),
                    key.key(),
                    key.fingerprint(),
                    SqlValues.moment(clock.instant()));
        } catch (DataAccessException failed) {
            throw RowConflictException.or(failed);
        }
    }

    /** Deletes responses older than {@link #RETENTION}; returns how many. */
    public int sweep() {
        return database.delete(() -> database.update("delete from idempotent_response where at <= ?", oldest()));
    }

    private OffsetDateTime oldest() {
        return SqlValues.moment(clock.instant().minus(RETENTION));
    }

    private static ApiResponse response(ResultSet row, IdempotencyKey key) throws SQLException {
        if (!row.getString("fingerprint").equals(key.fingerprint())) {
            throw ProblemType.IDEMPOTENCY_KEY_REUSED.problem(
                    "This Idempotency-Key was used for a different request; a new request requires a new key.");
        }
        return new ApiResponse(
                row.getInt("status"), headers(row.getString("headers")), Compression.decompress(row.getBytes("body")));
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }

    /**
     * An idempotency key of a caller.
     *
     * @param key the caller's, 1 to 255 characters
     * @param fingerprint digest of method, path, query and body of the request
     */
    public record IdempotencyKey(String owner, String key, String fingerprint) {}
}
