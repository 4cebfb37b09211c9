package entente.service.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends responses without blocking a thread. */
@Component
@RequiredArgsConstructor
public final class ResponseSender {

    private final TransferLimits transfer;
    private final TransferBuffers buffers;

    /**
     * Starts sending.
     *
     * @param response the container's
     * @param answer the buffered response
     */
    public void send(HttpServletRequest request, HttpServletResponse response, BufferedResponse answer)
            throws IOException {
        if (answer.handledByContainer() || response.isCommitted()) {
            return;
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (answer.getContentSize() > 0) {
            response.setContentLength(answer.getContentSize());
        } else if (length != null) {
            response.setHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(transfer.millis(answer.getContentSize()));
        ResponseTransmission sending = new ResponseTransmission(request, response, answer, buffers.answers());
        async.addListener(sending);
        response.getOutputStream().setWriteListener(sending);
    }
}
