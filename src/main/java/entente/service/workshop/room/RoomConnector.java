package entente.service.workshop.room;

import entente.service.workshop.access.WorkshopAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** The second connector, at the address of the room. */
public final class RoomConnector {

    private static final String ADDRESS = RoomConnector.class.getName();

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.[0-9.]+|\\[[0:]*:0*1])(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

    private final Optional<InetAddress> address;
    private @Nullable Connector connector;

    /** @param address empty if there is no room */
    public RoomConnector(Optional<InetAddress> address) {
        this.address = address;
    }

    public Optional<InetAddress> address() {
        return address;
    }

    /** The address as a host in a URL. */
    public Optional<String> host() {
        return address.map(InetAddress::getHostAddress).map(host -> host.contains(":") ? "[" + host + "]" : host);
    }

    /** @param opened listens at the address when the container starts */
    public void set(Connector opened) {
        connector = opened;
    }

    /** The base of addresses that the room reaches, such as {@code http://192.168.4.1:8080}; empty without a room. */
    public Optional<String> base() {
        Connector opened = connector;
        return opened == null ? Optional.empty() : host().map(host -> "http://" + host + ":" + opened.getLocalPort());
    }

    /** The base of addresses that others reach: that of the room, or the one by which the caller reaches the service. */
    public String base(HttpServletRequest request) {
        return base().orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** Whether others reach that base, which they do not at a loopback address that was not opened as that of the room. */
    public boolean isReachable(HttpServletRequest request) {
        return base().isPresent() || !LOOPBACK.matcher(base(request)).matches();
    }

    /** Whether a request arrived there. */
    boolean received(HttpServletRequest request) {
        return connector != null && Boolean.TRUE.equals(request.getAttribute(ADDRESS));
    }

    /** Marks a request of the container. */
    void mark(Request request) {
        if (request.getConnector() == connector) {
            request.setAttribute(ADDRESS, true);
            request.setAttribute(WorkshopAccess.PEER, request.getPeerAddr());
        }
    }
}
