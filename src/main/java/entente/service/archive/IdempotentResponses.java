package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/**
 * Answers to requests that carry a key of the caller's: the same request again is not done again and gets the same answer,
 * for 24 hours, from whichever instance of the service.
 */
public final class IdempotentResponses {

    /** How long a key stands for its request. */
    public static final Duration RETENTION = Duration.ofHours(24);

    /** A loser that finds no answer was overtaken by a winner that gave up, and may be the next winner. */
    private static final int MAX_ATTEMPTS = 10;

    private final Database database;
    private final InstantSource clock;

    public IdempotentResponses(Database store, InstantSource clock) {
        this.database = store;
        this.clock = clock;
    }

    /**
     * @param replayed whether the answer was there before
     */
    public record Outcome(StoredResponse response, boolean replayed) {}

    private record Kept(String fingerprint, StoredResponse answer) {}

    /**
     * The answer that this key got before.
     *
     * @throws ProblemException when the key stands for another request
     */
    public Optional<StoredResponse> find(IdempotencyKey key) {
        Optional<Kept> kept = database.read(() -> database.sql()
                .sql("select fingerprint, status, headers, coalesce(o.body, a.json) as body from once_answer o "
                        + "left join assessment a on a.id = o.assessment "
                        + "where o.owner = ? and o.once_key = ? and o.at > ?")
                .param(key.owner())
                .param(key.key())
                .param(SqlValues.moment(clock.instant().minus(RETENTION)))
                .query(IdempotentResponses::kept)
                .optional());
        if (kept.isPresent() && !kept.get().fingerprint().equals(key.fingerprint())) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request; a new request takes a new key.");
        }
        // Whoever wrote it may not have acknowledged it yet.
        kept.ifPresent(found -> database.awaitDurable());
        return kept.map(Kept::answer);
    }

    /**
     * Does what the request asks and keeps the answer, both or neither. Of several that run at the same time one does it
     * and the others get its answer. What takes long is done before: the key is held while {@code writing} runs.
     *
     * @param writing keeps what is to be kept, in this thread, and says what to answer
     * @throws ProblemException when the key stands for another request, what {@code writing} throws, or 409 when another request
     *     with the key does not come to an end
     */
    public Outcome execute(IdempotencyKey key, Supplier<StoredResponse> writing) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Optional<StoredResponse> earlier = find(key);
            if (earlier.isPresent()) {
                return new Outcome(earlier.get(), true);
            }
            try {
                return new Outcome(database.write(() -> answer(key, writing)), false);
            } catch (RowConflictException byAnother) {
                // Read what it answered, or take its place when it gave up.
            }
        }
        throw ProblemException.withRetryAfter(
                ProblemType.CONFLICT, "Another request with this Idempotency-Key is still being answered.", 1);
    }

    private StoredResponse answer(IdempotencyKey key, Supplier<StoredResponse> writing) {
        reserve(key);
        StoredResponse answer = writing.get();
        database.sql()
                .sql("update once_answer set status = ?, headers = ?, body = ?, assessment = ? "
                        + "where owner = ? and once_key = ?")
                .param(answer.status())
                .param(lines(answer.headers()))
                .param(answer.assessment().isPresent() ? null : Compression.compress(answer.body()))
                .param(answer.assessment().orElse(null))
                .param(key.owner())
                .param(key.key())
                .update();
        return answer;
    }

    /** The row comes first: a second transaction with the same key waits for this one, or finds its answer. */
    private void reserve(IdempotencyKey key) {
        try {
            database.sql()
                    .sql("delete from once_answer where owner = ? and once_key = ? and at <= ?")
                    .param(key.owner())
                    .param(key.key())
                    .param(SqlValues.moment(clock.instant().minus(RETENTION)))
                    .update();
            database.sql()
                    .sql("insert into once_answer (owner, once_key, fingerprint, at) values (?, ?, ?, ?)")
                    .param(key.owner())
                    .param(key.key())
                    .param(key.fingerprint())
                    .param(SqlValues.moment(clock.instant()))
                    .update();
        } catch (DataAccessException failed) {
            throw RowConflictException.or(failed);
        }
    }

    /**
     * Forgets what is older than {@link #RETENTION}.
     *
     * @return how many
     */
    public int sweep() {
        return database.delete(() -> database.sql()
                .sql("delete from once_answer where at <= ?")
                .param(SqlValues.moment(clock.instant().minus(RETENTION)))
                .update());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("fingerprint"),
                new StoredResponse(
                        row.getInt("status"),
                        headers(row.getString("headers")),
                        Compression.decompress(row.getBytes("body"))));
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
}
