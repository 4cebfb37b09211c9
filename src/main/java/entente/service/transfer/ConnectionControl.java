package entente.service.transfer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;

/** Container functions for asynchronous listeners that the servlet API does not offer. Valid within one request. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class ConnectionControl {

    private static final String ATTRIBUTE = ConnectionControl.class.getName();

    private final Request request;
    private final Response response;

    public static void attach(Request request, Response response) {
        request.setAttribute(ATTRIBUTE, new ConnectionControl(request, response));
    }

    static ConnectionControl of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ConnectionControl control) {
            return control;
        }
        throw new IllegalStateException("the request did not pass the valve that attaches this");
    }

    /** Closes the connection immediately, without waiting for the client. */
    void abort() {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("connection aborted"));
    }

    /** Sends 100 Continue, which non-blocking reads do not do by themselves. */
    void acknowledge() {
        request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
    }

    /** Clears the error of an incomplete body, so that a response can be sent. */
    void clearReadError() {
        request.getCoyoteRequest().setErrorException(null);
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.setSuspended(false);
        response.resetError();
    }
}
