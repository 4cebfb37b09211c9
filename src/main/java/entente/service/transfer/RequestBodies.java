package entente.service.transfer;

import entente.model.Numbers;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Receives request bodies, each when its operation asks for it. The thread of the request waits for the client. */
@Component
@RequiredArgsConstructor
public final class RequestBodies {

    private static final String ATTRIBUTE = RequestBodies.class.getName();
    private static final List<String> CHARSETS = List.of("utf-8", "utf8", "\"utf-8\"");
    private static final int CHUNK = 1 << 13;

    private final TransferLimits limits;
    private final TransferBuffers buffers;

    /**
     * The complete body; empty for a request without one.
     *
     * @param large whether it may be as large as a batch; it is received into a temporary file
     * @throws ProblemException if it is too large, compressed, not UTF-8, too slow or incomplete
     */
    public Content receive(HttpServletRequest request, boolean large) {
        if (request.getAttribute(ATTRIBUTE) instanceof Content received) {
            return received;
        }
        if (!announced(request)) {
            return Content.of(new byte[0]);
        }
        long most = (large ? limits.batch() : limits.body()).toBytes();
        checkEncoding(request);
        if (request.getContentLengthLong() > most) {
            throw ReceivedBody.tooLarge(most);
        }
        ReceivedBody body = new ReceivedBody(large ? buffers.files() : buffers.bodies(), large);
        request.setAttribute(ATTRIBUTE, body);
        receive(request, body, most);
        return body;
    }

    /** Whether the request has a body. */
    static boolean announced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Releases the body of a request that has been processed. */
    static void release(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ReceivedBody body) {
            body.close();
        }
    }

    private void receive(HttpServletRequest request, ReceivedBody body, long most) {
        ConnectionControl connection = ConnectionControl.of(request);
        long began = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = request.getInputStream();
            int count = 0;
            while (count >= 0) {
                body.add(chunk, count, most);
                long left = limits.millis(body.size()) - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                if (left <= 0) {
                    throw tooSlow();
                }
                connection.setTimeout(left);
                count = in.read(chunk);
            }
            body.complete();
        } catch (IOException broken) {
            connection.clearReadError();
            throw broken.getCause() instanceof SocketTimeoutException ? tooSlow() : incomplete();
        } finally {
            connection.resetTimeout();
        }
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

    private static ProblemException incomplete() {
        return ProblemException.of(
                ProblemType.MALFORMED, "The body is incomplete, or its transfer encoding is malformed.");
    }

    private ProblemException tooSlow() {
        return ProblemException.of(
                ProblemType.TOO_SLOW,
                "The body did not arrive within "
                        + Numbers.plain(limits.transferTimeout().toMillis() / 1000.0)
                        + " seconds plus one second for each "
                        + limits.transferRate().toBytes() + " bytes received.");
    }
}
