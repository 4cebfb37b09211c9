package entente.service.transfer;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Which bodies are accepted, and up to which size. */
public final class RequestBody {

    /** End of the path of batches, whose bodies have a limit of their own. */
    public static final String BATCH_PATH = "/assessments:batch";

    private static final List<String> CHARSETS = List.of("utf-8", "utf8", "\"utf-8\"");

    private final BodySizes sizes;

    public RequestBody(BodySizes sizes) {
        this.sizes = sizes;
    }

    /** The body, which {@link RequestBodyFilter} has received. */
    public byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw incomplete();
        }
    }

    /**
     * What the head of a request tells of its body.
     *
     * @throws ProblemException when the body is too large, compressed, or not in UTF-8
     */
    void check(HttpServletRequest request) {
        checkEncoding(request);
        long most = maxBytes(request);
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
    }

    /** Bytes of an ordinary body at most. */
    long maxOrdinaryBytes() {
        return sizes.body().toBytes();
    }

    /** Bytes of the body of this request at most. */
    long maxBytes(HttpServletRequest request) {
        return request.getRequestURI().endsWith(BATCH_PATH)
                ? sizes.batch().toBytes()
                : sizes.body().toBytes();
    }

    /** A compressed body could be a thousand times its size; another alphabet would be read wrongly. */
    private static void checkEncoding(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                    ProblemType.WRONG_MEDIA_TYPE, "A compressed body is not taken; send it as it is.");
        }
        String charset = charset(String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT));
        if (!charset.isEmpty() && !CHARSETS.contains(charset)) {
            throw ProblemException.of(ProblemType.WRONG_MEDIA_TYPE, "JSON is written in UTF-8, and in nothing else.");
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
                ProblemType.MALFORMED, "The body breaks off before its end, or comes in a way that cannot be read.");
    }

    static ProblemException tooLarge(long most) {
        return ProblemException.of(ProblemType.TOO_LARGE, "The body has more than " + most + " bytes.");
    }
}
