package entente.service.transfer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

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
        return ConnectionControl.of(request)::isClosed;
    }

    /** What the servlet API does not offer: deadlines and the end of the connection of a request. Valid within one request. */
    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    static final class ConnectionControl {

        private static final String ATTRIBUTE = ConnectionControl.class.getName();

        /** Where a request of the connector holds its socket; the first sixteen notes are Tomcat's. */
        static final int SOCKET = 17;

        private final Request request;
        private final Response response;
        private final SocketWrapperBase<?> socket;

        static void attach(Request request, Response response) {
            SocketWrapperBase<?> socket =
                    (SocketWrapperBase<?>) request.getCoyoteRequest().getNote(SOCKET);
            request.setAttribute(ATTRIBUTE, new ConnectionControl(request, response, socket));
        }

        static ConnectionControl of(ServletRequest request) {
            return (ConnectionControl) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the valve attaches it");
        }

        /** Reads ahead without waiting. At the end of the stream Tomcat tells of one byte, so that a reader finds it out. */
        boolean isClosed() {
            request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
            return request.getCoyoteRequest().getAvailable() == 1;
        }

        /** The longest that each following read or write waits for the client. */
        void setTimeout(long millis) {
            socket.setReadTimeout(millis);
            socket.setWriteTimeout(millis);
        }

        /** Ends {@link #setTimeout}: the next request has the timeout of the connector. */
        void resetTimeout() {
            setTimeout(
                    request.getConnector().getProtocolHandler() instanceof Http11NioProtocol protocol
                            ? protocol.getConnectionTimeout()
                            : 0);
        }

        /** Closes the connection when the request ends, without waiting for the client. */
        void abort() {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("connection aborted"));
        }

        boolean isBodyRead() {
            return request.getCoyoteRequest().isFinished();
        }

        /** Reads and discards the next part of the body, also when its stream is closed; the bytes read. */
        int discard() throws IOException {
            return Math.max(0, request.getCoyoteRequest().doRead(new Discarded()));
        }

        private static final class Discarded implements ApplicationBufferHandler {

            private ByteBuffer bytes = ByteBuffer.allocate(0);

            @Override
            public void setByteBuffer(ByteBuffer buffer) {
                bytes = buffer;
            }

            @Override
            public ByteBuffer getByteBuffer() {
                return bytes;
            }

            @Override
            public void expand(int size) {
                // Tomcat passes its own buffer.
            }
        }

        /** Clears the error of an incomplete body, so that a response can be sent. */
        void clearReadError() {
            request.getCoyoteRequest().setErrorException(null);
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            response.setSuspended(false);
            response.resetError();
        }
    }
}
