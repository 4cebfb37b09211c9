package entente.service.workshop;

import entente.service.problem.StartupException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The workshop that {@code entente workshop} opens.
 *
 * @param scenario a file or the id of a shipped or stored scenario; empty if no workshop is opened
 * @param title empty for that of the scenario
 * @param rounds how many are planned
 * @param resume the code of an earlier workshop to go on with; empty for a new one
 * @param resumeOptions options of the command line that a later start needs again, such as {@code --archive DIR}
 * @param open whether to open an address for the room
 * @param address of the room; empty to choose one
 */
@ConfigurationProperties("entente.room")
public record RoomSettings(
        @DefaultValue("") String scenario,
        @DefaultValue("") String title,
        @DefaultValue("3") int rounds,
        @DefaultValue("") String resume,
        @DefaultValue("") String resumeOptions,
        @DefaultValue("false") boolean open,
        @DefaultValue("") String address) {

    /** Interfaces of containers and virtual machines, which only this machine reaches. */
    private static final List<String> VIRTUAL = List.of("docker", "br-", "veth", "virbr", "vmnet", "vboxnet");

    public RoomSettings {
        if (rounds < 1 || rounds > WorkshopChange.MAX_ROUNDS) {
            throw StartupException.setting("entente.room.rounds", rounds, "from 1 to " + WorkshopChange.MAX_ROUNDS);
        }
    }

    /**
     * The address for the room; empty if there is none, or it is the one at which the service listens for this machine.
     *
     * @throws StartupException if the setting is not an address, or stands for all of them
     */
    public Optional<InetAddress> roomAddress() {
        if (!open) {
            return Optional.empty();
        }
        if (address.isBlank()) {
            return choose(links());
        }
        InetAddress given = given();
        if (given.isAnyLocalAddress()) {
            String other = choose(links()).map(InetAddress::getHostAddress).orElse("192.168.4.1");
            throw StartupException.configuration("The address of the room must be a single one, such as " + other + "; "
                    + address + " stands for all addresses of this machine.");
        }
        return Optional.of(given).filter(one -> !one.equals(InetAddress.getLoopbackAddress()));
    }

    private InetAddress given() {
        try {
            // Names would have to be looked up, which takes a network.
            if (address.matches("[0-9.]+|[0-9A-Fa-f:]+(%\\w+)?")) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException notOne) {
            // Reported below.
        }
        throw StartupException.configuration(
                "The address of the room is an address of this machine, such as 192.168.4.1, not \"" + address + "\".");
    }

    private static List<Link> links() {
        List<Link> links = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp() && !one.isLoopback()) {
                    one.inetAddresses().forEach(address -> links.add(new Link(one.getName(), address)));
                }
            }
        } catch (SocketException unreadable) {
            // As if there were none: the workshop goes on locally.
        }
        return links;
    }

    /** An address of a network interface that is up. */
    record Link(String name, InetAddress address) {

        private boolean isVirtual() {
            return VIRTUAL.stream().anyMatch(name::startsWith);
        }
    }

    /**
     * The address that others in the room reach: of real interfaces before virtual ones, private before others; empty if the
     * machine is on no network.
     */
    static Optional<InetAddress> choose(List<Link> links) {
        return links.stream()
                .filter(link -> isReachable(link.address()))
                .min(Comparator.comparing(Link::isVirtual)
                        .thenComparing(link -> !link.address().isSiteLocalAddress()))
                .map(Link::address);
    }

    private static boolean isReachable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress();
    }
}
