package entente.service.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is collected before any of it is sent. */
public final class BufferedResponse extends ContentCachingResponseWrapper {

    private boolean leftToContainer;

    public BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the container makes the answer, by an error status. */
    boolean leftToContainer() {
        return leftToContainer;
    }

    @Override
    public void sendError(int status) throws IOException {
        leftToContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leftToContainer = true;
        super.sendError(status, message);
    }
}
