package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.StartupException;
import entente.service.workshop.RoomSettings.Link;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Selection of the machine address that the devices in the room can reach. */
class RoomAddressTest {

    private static List<Link> link(String name, String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> new Link(name, address(address)))
                .toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException none) {
            throw new AssertionError(none);
        }
    }

    @SafeVarargs
    private static Optional<String> chosen(List<Link>... links) {
        List<Link> all = Arrays.stream(links).flatMap(List::stream).toList();
        return RoomSettings.choose(all).map(InetAddress::getHostAddress);
    }

    @Test
    void addressThatOthersReachIsChosen() {
        List<Link> publicOne = link("eth0", "203.0.113.7");
        List<Link> container = link("docker0", "172.17.0.1");
        assertThat(chosen(publicOne, link("wlan0", "192.168.4.1")))
                .as("private before others")
                .contains("192.168.4.1");
        assertThat(chosen(link("eth0", "10.1.2.3"), link("wlan0", "172.16.0.9")))
                .contains("10.1.2.3");
        assertThat(chosen(container, publicOne)).as("real before virtual ones").contains("203.0.113.7");
        assertThat(chosen(container)).contains("172.17.0.1");
        assertThat(chosen(link("lo", "127.0.0.1"), link("eth0", "169.254.3.4", "fe80::1", "2001:db8::1")))
                .as("none that others do not reach")
                .isEmpty();
        assertThat(chosen()).isEmpty();
    }

    @Test
    void configuredAddressMustBeNumeric() {
        assertThat(settings(true, "192.168.4.1").roomAddress().map(InetAddress::getHostAddress))
                .contains("192.168.4.1");
        assertThat(settings(false, "192.168.4.1").roomAddress()).isEmpty();
        for (String wrong : List.of("room.example", "300.1.1.1", "192.168.4.1:80", "http://192.168.4.1")) {
            assertThatThrownBy(() -> settings(true, wrong).roomAddress())
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void addressThatTheServiceHasAnywayIsNoRoomAndAllAddressesAreNone() {
        assertThat(settings(true, "127.0.0.1").roomAddress()).isEmpty();
        for (String all : List.of("0.0.0.0", "::")) {
            assertThatThrownBy(() -> settings(true, all).roomAddress())
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(all + " stands for all");
        }
    }

    private static RoomSettings settings(boolean open, String address) {
        return new RoomSettings("", "", 3, "", "", open, address);
    }

    @Test
    void qrCodeIsDrawnInHalfBlocksAndAsSvg() {
        QrImage image = new QrImage("http://192.168.4.1:8080/w/K7M42P");
        List<String> lines = image.lines();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)).matches("[█▀▄ ]+"));
        // A light margin, then the upper edge of a finder pattern.
        assertThat(lines.get(0)).matches("█+");
        assertThat(lines.get(1)).startsWith("██ ▄▄▄▄▄ █").endsWith("█ ▄▄▄▄▄ ██");
        assertThat(image.svg("QR code"))
                .startsWith("<svg ")
                .contains("aria-label=\"QR code\"")
                .doesNotContain("style")
                .doesNotContain("script");
    }
}
