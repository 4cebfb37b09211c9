package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.briefing.WebhookPolicy.NetworkAddresses;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.util.matcher.InetAddressMatcher;

/** What counts as an address of the Internet. */
class NetworkAddressesTest {

    @Test
    void specialRangesAreNotPublic() throws Exception {
        for (String special : List.of(
                "0.1.2.3",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.255.255.254",
                "169.254.1.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.2.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "239.1.1.1",
                "255.255.255.255",
                "::ffff:10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fd00::1",
                "fec0::1",
                "febf::1",
                "ff0e::1")) {
            assertThat(NetworkAddresses.isPublic(InetAddress.getByName(special)))
                    .as(special)
                    .isFalse();
        }
        for (String open : List.of(
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "11.0.0.1",
                "2606:4700::1111",
                "2001:4860::8888",
                "2a00::1")) {
            assertThat(NetworkAddresses.isPublic(InetAddress.getByName(open)))
                    .as(open)
                    .isTrue();
        }
    }

    @Test
    void invalidRangesAreRefused() {
        for (String range :
                List.of("", "localhost", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0.0/8/9", "10.0.0.256")) {
            assertThatThrownBy(() -> NetworkAddresses.of(List.of(range)))
                    .as(range)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRangeContainsItsAddresses() throws Exception {
        InetAddressMatcher named = NetworkAddresses.of(List.of("10.1.0.0/16", "fd00::/8", "127.0.0.1"));
        for (String in : List.of("10.1.0.0", "10.1.255.255", "fdff::1", "127.0.0.1", "::ffff:10.1.2.3")) {
            assertThat(named.matches(InetAddress.getByName(in))).as(in).isTrue();
        }
        for (String out : List.of("10.2.0.0", "10.0.255.255", "fe00::1", "127.0.0.2", "::1")) {
            assertThat(named.matches(InetAddress.getByName(out))).as(out).isFalse();
        }
    }
}
