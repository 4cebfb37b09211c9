package entente.service.transfer;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Checks of request bodies. */
@Component
@RequiredArgsConstructor
public final class RequestBody {

    /** Suffix of the batch path, which has its own size limit. */
    public static final String BATCH_PATH = "/assessments:batch";

    private static final List<String> CHARSETS = List.of("utf-8", "utf8", "\"utf-8\"");

    private final TransferLimits limits;

    /** Returns the body that {@link RequestBodyFilter} has received. */
    public byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw incomplete();
        }
    }

    /**
     * Checks the headers that describe the body.
     *
     * @throws ProblemException if the body is too large, compressed, or not UTF-8
     */
    void check(HttpServletRequest request) {
        checkEncoding(request);
        long most = maxBytes(request);
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
    }

    /** Maximum bytes of the body of this request. */
    long maxBytes(HttpServletRequest request) {
        return (request.getRequestURI().endsWith(BATCH_PATH) ? limits.batch() : limits.body()).toBytes();
    }

    /** A compressed body could expand a thousandfold; another charset would be misread. */
    private static void checkEncoding(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.of(ProblemType.WRONG_MEDIA_TYPE, "Compressed bodies are not supported.");
        }
        String charset = charset(String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT));
        if (!charset.isEmpty() && !CHARSETS.contains(charset)) {
            throw ProblemException.of(ProblemType.WRONG_MEDIA_TYPE, "The body must be encoded in UTF-8.");
        }
    }

    private static String charset(String type) {
        int at = type.indexOf("charset=");
        return at < 0
                ? ""
                : type.substring(at + "charset=".length()).split(";", 2)[0].strip();
    }

    public static ProblemException incomplete() {
        return ProblemException.of(
                ProblemType.MALFORMED, "The body is incomplete, or its transfer encoding is malformed.");
    }

    static ProblemException tooLarge(long most) {
        return ProblemException.of(ProblemType.TOO_LARGE, "The body has more than " + most + " bytes.");
    }
}
