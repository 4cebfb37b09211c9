package entente.service.workshop.room;

import entente.service.transfer.HeadDeadlineProtocol;
import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** Makes the connector of a room. */
public final class RoomConnectors {

    /** As for the first connector, in {@code application.yaml}. */
    private static final int CONNECTION_TIMEOUT = 20_000;

    private static final int KEEP_ALIVE_TIMEOUT = 15_000;
    private static final int MAX_CONNECTIONS = 2048;
    private static final int ACCEPT_COUNT = 64;
    private static final int MAX_HEADER = 16 << 10;
    private static final int MAX_SWALLOW = 16 << 20;

    private RoomConnectors() {}

    /** @param port the same as at the local address, or 0 for any */
    public static Connector open(InetAddress address, int port) {
        Connector connector = new Connector(HeadDeadlineProtocol.class.getName());
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setMaxPostSize(0);
        connector.setMaxParameterCount(0);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setAddress(address);
            protocol.setConnectionTimeout(CONNECTION_TIMEOUT);
            protocol.setKeepAliveTimeout(KEEP_ALIVE_TIMEOUT);
            protocol.setMaxConnections(MAX_CONNECTIONS);
            protocol.setAcceptCount(ACCEPT_COUNT);
            protocol.setMaxHttpRequestHeaderSize(MAX_HEADER);
            protocol.setMaxSwallowSize(MAX_SWALLOW);
        }
        return connector;
    }
}
