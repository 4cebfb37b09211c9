package entente.service.api;

import entente.document.Digest;
import entente.model.Engine;
import entente.service.archive.IdempotencyKey;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Does what a request with an Idempotency-Key asks once, however often it comes. The evaluation comes first and holds no
 * connection to the archive; then one transaction keeps its result and the answer, or neither. Refusals are not kept:
 * what was refused may be asked again.
 */
@Component
class IdempotencyHandler {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final IdempotentResponses responses;

    IdempotencyHandler(IdempotentResponses answers) {
        this.responses = answers;
    }

    /**
     * @param work evaluates, and hands back what writes to the archive and answers
     */
    StoredResponse execute(ApiRequest asked, Supplier<Supplier<StoredResponse>> work) {
        Optional<String> key = key(asked);
        if (key.isEmpty()) {
            return work.get().get();
        }
        IdempotencyKey once = new IdempotencyKey(asked.owner(), key.get(), fingerprint(asked));
        Optional<StoredResponse> earlier = responses.find(once);
        if (earlier.isPresent()) {
            return replayed(earlier.get());
        }
        Supplier<StoredResponse> writing = work.get();
        RuleBookSnapshot edition = asked.edition();
        IdempotentResponses.Outcome outcome = responses.execute(once, () -> withRuleBookHeaders(writing.get(), edition));
        return outcome.replayed() ? replayed(outcome.response()) : outcome.response();
    }

    private static Optional<String> key(ApiRequest asked) {
        List<String> keys = asked.headers(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_INVALID,
                    "The Idempotency-Key is one of 1 to 255 printable characters, and there is one at most.");
        }
        return Optional.of(keys.get(0));
    }

    private static String fingerprint(ApiRequest asked) {
        String head = asked.method() + "\n" + asked.path() + "\n" + asked.rawQuery() + "\n";
        MessageDigest digest = Digest.sha256();
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        try (InputStream body = new DigestInputStream(asked.content().open(), digest)) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Digest.hexadecimal(digest);
    }

    /** A replay names the book that the answer was made by, whichever is in force by then. */
    private static StoredResponse withRuleBookHeaders(StoredResponse answer, RuleBookSnapshot edition) {
        return Responses.with(
                Responses.with(
                        Responses.with(answer, "X-Engine-Version", Engine.VERSION),
                        "X-Rules-Version",
                        edition.book().version()),
                "X-Rules-Digest",
                edition.book().sha256());
    }

    private static StoredResponse replayed(StoredResponse answer) {
        return Responses.with(answer, "Idempotency-Replayed", "true");
    }
}
