package entente.web;

import entente.problem.ProblemType;
import entente.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Reads bodies, none of them beyond its bound in bytes and in time. */
final class Body {

    /** A body of a megabyte comes in seconds over any line; one that takes longer holds a thread for nothing. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int PIECE = 1 << 16;
    private static final List<String> CHARSETS = List.of("utf-8", "utf8", "\"utf-8\"");

    private final Sizes sizes;
    private final InstantSource clock;

    Body(Sizes sizes, InstantSource clock) {
        this.sizes = sizes;
        this.clock = clock;
    }

    byte[] read(HttpServletRequest request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        copy(request, body);
        return body.toByteArray();
    }

    /** The same for a body that is too large to be held in memory; the caller closes the spool. */
    Spool spool(HttpServletRequest request) {
        Spool body = new Spool();
        try {
            copy(request, body);
            return body;
        } catch (RuntimeException refused) {
            body.close();
            throw refused;
        }
    }

    private void copy(HttpServletRequest request, OutputStream body) {
        long most = most(request);
        plain(request);
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            copy(request.getInputStream(), body, most);
        } catch (IOException broken) {
            throw broken();
        }
    }

    void copy(InputStream in, OutputStream body, long most) throws IOException {
        Instant end = clock.instant().plus(LONGEST);
        byte[] piece = new byte[PIECE];
        long size = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            body.write(piece, 0, count);
            size += count;
            if (size > most) {
                throw tooLarge(most);
            }
            if (clock.instant().isAfter(end)) {
                throw Refusal.of(
                        ProblemType.MALFORMED, "The body has not come within " + LONGEST.toSeconds() + " seconds.");
            }
        }
    }

    private long most(HttpServletRequest request) {
        return request.getRequestURI().endsWith(Batches.PATH)
                ? sizes.batch().toBytes()
                : sizes.body().toBytes();
    }

    /** A compressed body could be a thousand times its size; another alphabet would be read wrongly. */
    private static void plain(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(ProblemType.WRONG_MEDIA_TYPE, "A compressed body is not taken; send it as it is.");
        }
        String charset = charset(String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT));
        if (!charset.isEmpty() && !CHARSETS.contains(charset)) {
            throw Refusal.of(ProblemType.WRONG_MEDIA_TYPE, "JSON is written in UTF-8, and in nothing else.");
        }
    }

    private static String charset(String type) {
        int at = type.indexOf("charset=");
        return at < 0
                ? ""
                : type.substring(at + "charset=".length()).split(";", 2)[0].strip();
    }

    static Refusal broken() {
        return Refusal.of(
                ProblemType.MALFORMED, "The body breaks off before its end, or comes in a way that cannot be read.");
    }

    private static Refusal tooLarge(long most) {
        return Refusal.of(ProblemType.TOO_LARGE, "The body has more than " + most + " bytes.");
    }
}
