package entente.service.workshop;

import entente.service.transfer.HeadDeadlineProtocol;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;

/** The second connector, at the address of the room, and the valve that knows what arrives there. */
public final class RoomConnector extends ValveBase {

    private static final String ADDRESS = RoomConnector.class.getName();

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.[0-9.]+|\\[[0:]*:0*1])(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

    private final Optional<InetAddress> address;
    private @Nullable Connector connector;

    /** @param address empty if there is no room */
    public RoomConnector(Optional<InetAddress> address) {
        super(true);
        this.address = address;
    }

    /**
     * Makes the connector, which listens when the container starts, without limits; empty if there is no room.
     *
     * @param port the same as at the local address, or 0 for any
     */
    public Optional<Connector> open(int port) {
        return address.map(room -> {
            Connector opened = new Connector(HeadDeadlineProtocol.class.getName());
            opened.setPort(port);
            opened.setThrowOnFailure(true);
            if (opened.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setAddress(room);
            }
            connector = opened;
            return opened;
        });
    }

    /** The address as a host in a URL. */
    public Optional<String> host() {
        return address.map(InetAddress::getHostAddress).map(host -> host.contains(":") ? "[" + host + "]" : host);
    }

    /** The base of addresses that the room reaches, such as {@code http://192.168.4.1:8080}; empty without a room. */
    Optional<String> base() {
        Connector opened = connector;
        return opened == null ? Optional.empty() : host().map(host -> "http://" + host + ":" + opened.getLocalPort());
    }

    /** The base of addresses that others reach: that of the room, or the one by which the caller reaches the service. */
    String base(HttpServletRequest request) {
        return base().orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** Whether others reach that base, which they do not at a loopback address that was not opened as that of the room. */
    boolean isReachable(HttpServletRequest request) {
        return base().isPresent() || !LOOPBACK.matcher(base(request)).matches();
    }

    boolean received(HttpServletRequest request) {
        return connector != null && Boolean.TRUE.equals(request.getAttribute(ADDRESS));
    }

    /** Marks requests that arrive at the address of the room; {@link RoomFilter} decides about them. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector() == connector) {
            request.setAttribute(ADDRESS, true);
            request.setAttribute(WorkshopAccess.PEER, request.getPeerAddr());
        }
        getNext().invoke(request, response);
    }
}
