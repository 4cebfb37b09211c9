package entente.service.workshop.room;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the address of this machine that others in the room reach. */
final class RoomAddress {

    /** Interfaces of containers and virtual machines, which only this machine reaches. */
    private static final List<String> VIRTUAL = List.of("docker", "br-", "veth", "virbr", "vmnet", "vboxnet");

    private RoomAddress() {}

    /** A network interface that is up, with its addresses. */
    record Link(String name, List<InetAddress> addresses) {}

    /** Private addresses before others, real interfaces before virtual ones; empty if the machine is on no network. */
    static Optional<InetAddress> choose(List<Link> links) {
        return links.stream()
                .flatMap(link -> link.addresses().stream()
                        .filter(RoomAddress::isReachable)
                        .map(address -> new Candidate(link.name(), address)))
                .min(Comparator.comparing(Candidate::isVirtual)
                        .thenComparing(candidate -> !candidate.address().isSiteLocalAddress()))
                .map(Candidate::address);
    }

    private record Candidate(String link, InetAddress address) {

        boolean isVirtual() {
            return VIRTUAL.stream().anyMatch(link::startsWith);
        }
    }

    private static boolean isReachable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress();
    }
}
