package entente.service.workshop.room;

import entente.service.workshop.room.RoomAddress.Link;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The network interfaces of this machine that are up. */
final class NetworkLinks {

    private NetworkLinks() {}

    static List<Link> all() {
        List<Link> links = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp() && !one.isLoopback()) {
                    links.add(new Link(one.getName(), Collections.list(one.getInetAddresses())));
                }
            }
        } catch (SocketException unreadable) {
            // As if there were none: the workshop goes on locally.
        }
        return links;
    }
}
