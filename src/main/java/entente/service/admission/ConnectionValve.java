package entente.service.admission;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a request whose evaluation takes long ask whether the client has closed the connection. */
public final class ConnectionValve extends ValveBase {

    private static final String ATTRIBUTE = ConnectionValve.class.getName();

    public ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request received = request.getCoyoteRequest();
        request.setAttribute(ATTRIBUTE, (BooleanSupplier) () -> isClosed(received));
        getNext().invoke(request, response);
    }

    /** May be asked by the thread of the request only, after its body has been read. */
    static BooleanSupplier disconnected(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier known ? known : () -> false;
    }

    /** Reads ahead without waiting. At the end of the stream Tomcat tells of one byte, so that a reader finds it out. */
    private static boolean isClosed(org.apache.coyote.Request request) {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == 1;
    }
}
