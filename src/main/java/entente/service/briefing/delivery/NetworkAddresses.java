package entente.service.briefing.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Ranges of network addresses. Java makes an IPv4-mapped address an IPv4 address, so that the same ranges hold for it. */
record NetworkAddresses(List<Range> ranges) {

    /** Everything that is not an address of a host in the Internet, after the registries of IANA. */
    private static final NetworkAddresses SPECIAL_V4 = of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4"));

    /** What is assigned for the Internet; the rest is loopback, link-local, unique local, multicast or translated. */
    private static final NetworkAddresses GLOBAL_V6 = of(List.of("2000::/3"));

    /** Of these: protocol assignments with Teredo, documentation, and 6to4, which contain other addresses. */
    private static final NetworkAddresses SPECIAL_V6 =
            of(List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

    /** @param bits length of the common prefix */
    record Range(byte[] address, int bits) {

        boolean contains(byte[] other) {
            int rest = address.length * 8 - bits;
            return other.length == address.length
                    && new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
        }
    }

    /**
     * @param ranges addresses, or prefixes such as {@code 10.1.0.0/16}
     * @throws IllegalArgumentException if one is neither; the message is the text
     */
    static NetworkAddresses of(List<String> ranges) {
        return new NetworkAddresses(ranges.stream().map(NetworkAddresses::range).toList());
    }

    private static Range range(String text) {
        String[] parts = text.strip().split("/", 2);
        // Literals only: a name would be resolved.
        boolean literal = parts[0].matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        if (!literal || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
            throw new IllegalArgumentException(text);
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8;
            if (bits > address.length * 8) {
                throw new IllegalArgumentException(text);
            }
            return new Range(address, bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    boolean contain(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    /** Whether this is an address of a host in the Internet. */
    static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? !SPECIAL_V4.contain(address)
                : GLOBAL_V6.contain(address) && !SPECIAL_V6.contain(address);
    }
}
