package entente.service.transfer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;

/** What an asynchronous listener needs of the container and the servlet API does not offer. Valid within one request. */
public final class ConnectionControl {

    private static final String ATTRIBUTE = ConnectionControl.class.getName();

    private final Request request;
    private final Response response;

    private ConnectionControl(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    public static void attach(Request request, Response response) {
        request.setAttribute(ATTRIBUTE, new ConnectionControl(request, response));
    }

    static ConnectionControl of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ConnectionControl control) {
            return control;
        }
        throw new IllegalStateException("the request did not pass the valve that attaches this");
    }

    /** Closes the connection at once; completing a request otherwise waits for its reader and its sender. */
    void abort() {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("the connection was given up"));
    }

    /** Answers {@code Expect: 100-continue}, which a body that is read without blocking does not by itself. */
    void acknowledge() {
        request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
    }

    /** Withdraws the error that a broken body leaves on the response, so that the request can be answered. */
    void clearReadError() {
        request.getCoyoteRequest().setErrorException(null);
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.setSuspended(false);
        response.resetError();
    }
}
