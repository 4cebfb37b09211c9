package entente.service.transfer;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Attaches the {@link ConnectionControl} to each request; an evaluation can ask whether its client has disconnected. */
public final class ConnectionValve extends ValveBase {

    public ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionControl.attach(request, response);
        getNext().invoke(request, response);
    }

    /** Whether the client has closed the connection; asked by the thread of the request only, after the body has been read. */
    public static BooleanSupplier disconnected(ServletRequest request) {
        return ConnectionControl.find(request)
                .<BooleanSupplier>map(control -> control::isClosed)
                .orElse(() -> false);
    }
}
