package entente.web;

import entente.archive.Answer;
import entente.archive.IdempotentAnswers;
import entente.archive.OnceKey;
import entente.document.Digest;
import entente.domain.Engine;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
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
class Once {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final IdempotentAnswers answers;

    Once(IdempotentAnswers answers) {
        this.answers = answers;
    }

    /**
     * @param work evaluates, and hands back what writes to the archive and answers
     */
    Answer answer(Asked asked, Supplier<Supplier<Answer>> work) {
        Optional<String> key = key(asked);
        if (key.isEmpty()) {
            return work.get().get();
        }
        OnceKey once = new OnceKey(asked.owner(), key.get(), fingerprint(asked));
        Optional<Answer> earlier = answers.earlier(once);
        if (earlier.isPresent()) {
            return replayed(earlier.get());
        }
        Supplier<Answer> writing = work.get();
        Edition edition = asked.edition();
        IdempotentAnswers.Outcome outcome = answers.keep(once, () -> signed(writing.get(), edition));
        return outcome.replayed() ? replayed(outcome.answer()) : outcome.answer();
    }

    private static Optional<String> key(Asked asked) {
        List<String> keys = asked.headers(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw Refusal.of(
                    ProblemType.IDEMPOTENCY_KEY_INVALID,
                    "The Idempotency-Key is one of 1 to 255 printable characters, and there is one at most.");
        }
        return Optional.of(keys.get(0));
    }

    private static String fingerprint(Asked asked) {
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
    private static Answer signed(Answer answer, Edition edition) {
        return Answers.with(
                Answers.with(
                        Answers.with(answer, "X-Engine-Version", Engine.VERSION),
                        "X-Rules-Version",
                        edition.book().version()),
                "X-Rules-Digest",
                edition.book().sha256());
    }

    private static Answer replayed(Answer answer) {
        return Answers.with(answer, "Idempotency-Replayed", "true");
    }
}
