package entente.service.api;

import entente.document.Digest;
import entente.service.archive.ApiResponse;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Processes a request with an Idempotency-Key once. The evaluation runs first, without a database connection; then one
 * transaction stores its result and the response. Problems are not stored, so that the request can be repeated.
 */
@RequiredArgsConstructor
@Component
public class IdempotencyHandler {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final IdempotentResponses responses;

    /** As {@link #execute(ApiRequest, String, Supplier)} if the result is kept; otherwise as often as the request comes. */
    ApiResponse executeIfKept(ApiRequest request, String variant, Supplier<Supplier<ApiResponse>> work) {
        return request.keep() ? execute(request, variant, work) : work.get().get();
    }

    public ApiResponse execute(ApiRequest request, Supplier<Supplier<ApiResponse>> work) {
        return execute(request, "", work);
    }

    /**
     * @param variant what distinguishes requests whose method, address and body are equal, such as the media type that
     *     they ask for; empty for the default
     * @param work evaluates, and returns what writes to the archive and creates the response
     */
    public ApiResponse execute(ApiRequest request, String variant, Supplier<Supplier<ApiResponse>> work) {
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return work.get().get();
        }
        IdempotencyKey once = new IdempotencyKey(request.owner(), key.get(), fingerprint(request, variant));
        Optional<ApiResponse> earlier = responses.find(once);
        if (earlier.isPresent()) {
            return replayed(earlier.get());
        }
        Supplier<ApiResponse> writing = work.get();
        // A replayed response names the rule book that it was created with.
        Map<String, String> ruleBook = RuleBookFilter.headers(request.snapshot());
        IdempotentResponses.Outcome outcome =
                responses.execute(once, () -> writing.get().with(ruleBook));
        return outcome.replayed() ? replayed(outcome.response()) : outcome.response();
    }

    /** @throws ProblemException if there is an invalid one, or several */
    public Optional<String> key(ApiRequest request) {
        List<String> keys = request.headers(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw ProblemType.IDEMPOTENCY_KEY_INVALID.problem(
                    "An Idempotency-Key has 1 to 255 printable characters, and a request has at most one.");
        }
        return Optional.of(keys.get(0));
    }

    /** Identifies the request with its key, for what is stored of it in other transactions; empty without a key. */
    Optional<String> digest(ApiRequest request) {
        return key(request).map(key -> Digest.sha256(key + "\n" + fingerprint(request, "")));
    }

    private static String fingerprint(ApiRequest request, String variant) {
        String head = request.target() + "\n" + variant;
        MessageDigest digest = Digest.sha256();
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        try (InputStream body = new DigestInputStream(request.content().open(), digest)) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Digest.hexadecimal(digest);
    }

    private static ApiResponse replayed(ApiResponse answer) {
        return answer.with(Map.of("Idempotency-Replayed", "true"));
    }
}
