package entente.service.transfer;

import entente.service.transfer.ConnectionValve.ConnectionControl;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 in which the whole head of a request has to arrive within the connection timeout. Tomcat's own timeout
 * begins again with each byte, so that a caller who sends one now and then would hold a connection for days.
 */
public final class HeadDeadlineProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new DeadlineProcessor(this);
    }

    private static final class DeadlineProcessor extends Http11Processor {

        private final long timeoutNanos;
        private long startNanos;
        private boolean incomplete;

        DeadlineProcessor(HeadDeadlineProtocol protocol) {
            super(protocol, protocol.getAdapter());
            this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(protocol.getConnectionTimeout());
        }

        /** Called for each part of a head that arrives. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            request.setNote(ConnectionControl.SOCKET, socket);
            long now = System.nanoTime();
            if (!incomplete) {
                startNanos = now;
            } else if (now - startNanos > timeoutNanos) {
                incomplete = false;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            incomplete = state == SocketState.LONG && !isAsync();
            return state;
        }
    }
}
