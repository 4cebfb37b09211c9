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
import lombok.RequiredArgsConstructor;

/** Counts wrong keys by address: after some within a minute, no key is looked up until the minute is over. */
@RequiredArgsConstructor
final class WrongKeys {

    static final int MOST = 10;
    static final Duration PERIOD = Duration.ofMinutes(1);
    static final int MAX_ADDRESSES = 4096;

    private final InstantSource clock;
    private final Map<String, Wrong> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Wrong(Instant since, int count) {}

    /** The time for which the address is refused; empty if it is not. */
    synchronized Optional<Duration> refused(String address) {
        return Optional.ofNullable(byNetwork.get(network(address)))
                .filter(wrong -> wrong.count() >= MOST)
                .map(wrong -> Duration.between(clock.instant(), wrong.since().plus(PERIOD)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    synchronized void count(String address) {
        Instant now = clock.instant();
        byNetwork.merge(
                network(address),
                new Wrong(now, 1),
                (before, one) -> now.isBefore(before.since().plus(PERIOD))
                        ? new Wrong(before.since(), before.count() + 1)
                        : one);
    }

    /** One machine has many addresses of IPv6, which share the first half. */
    private static String network(String address) {
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
