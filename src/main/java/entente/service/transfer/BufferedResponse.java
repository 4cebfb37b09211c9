package entente.service.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A response that is buffered completely before it is sent. */
public final class BufferedResponse extends ContentCachingResponseWrapper {

    private boolean handledByContainer;

    public BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the container writes the response, by an error status. */
    boolean handledByContainer() {
        return handledByContainer;
    }

    @Override
    public void sendError(int status) throws IOException {
        handledByContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        handledByContainer = true;
        super.sendError(status, message);
    }
}
