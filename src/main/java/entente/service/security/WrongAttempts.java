package entente.service.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts wrong keys or codes by network: after some within a minute, none is looked up until the minute is over. */
public final class WrongAttempts {

    public static final Duration PERIOD = Duration.ofMinutes(1);
    public static final int MAX_NETWORKS = 4096;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Wrong> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MAX_NETWORKS;
        }
    };

    private record Wrong(Instant since, int count) {}

    /** @param most wrong attempts of one network within a minute */
    public WrongAttempts(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** The time for which the network of the address is refused; empty if it is not. */
    public synchronized Optional<Duration> refused(String address) {
        return Optional.ofNullable(byNetwork.get(network(address)))
                .filter(wrong -> wrong.count() >= most)
                .map(wrong -> Duration.between(clock.instant(), wrong.since().plus(PERIOD)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    public synchronized void count(String address) {
        Instant now = clock.instant();
        byNetwork.merge(
                network(address),
                new Wrong(now, 1),
                (before, one) -> now.isBefore(before.since().plus(PERIOD))
                        ? new Wrong(before.since(), before.count() + 1)
                        : one);
    }

    /** One machine has many addresses of IPv6, which share the first half. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
