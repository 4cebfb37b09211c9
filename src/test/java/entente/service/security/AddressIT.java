package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.service.keys.Key;
import entente.service.problem.StartupException;
import entente.testkit.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that listens beyond loopback needs accounts. */
@Tag("thorough")
@Timeout(300)
class AddressIT {

    @TempDir
    private Path folder;

    private static StartupException refused(Map<String, String> settings) {
        Throwable thrown = catchThrowable(() -> RunningService.start(settings).close());
        assertThat(thrown).as("started with " + settings).isNotNull();
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(StartupException.class::isInstance)
                .map(StartupException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(thrown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void nonLoopbackAddressWithoutAccountsIsRefused(String address) {
        StartupException refused = refused(Map.of("server.address", address));
        assertThat(refused.getExitCode()).isEqualTo(78);
        assertThat(refused.sentence()).contains("on this machine only", "--keys FILE", "issuer-uri");
    }

    @Test
    void loopbackIsDecidedByTheResolvedAddress() throws IOException {
        Accounts none = new Accounts(Optional.empty(), Optional.empty());
        for (String own : List.of("127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1")) {
            none.checkAddress(InetAddress.getByName(own));
        }
        for (String other :
                List.of("0.0.0.0", "::", "10.0.0.7", "192.0.2.1", "fe80::1", "2001:db8::1", "::ffff:10.0.0.7")) {
            assertThat(catchThrowable(() -> none.checkAddress(InetAddress.getByName(other))))
                    .as(other)
                    .isInstanceOf(StartupException.class);
        }
        assertThat(catchThrowable(() -> none.checkAddress(null))).isInstanceOf(StartupException.class);
    }

    @Test
    void nonLoopbackAddressIsAllowedWithAKey() throws IOException {
        try (RunningService served =
                RunningService.start(Map.of("server.address", "0.0.0.0", "entente.access.keys", keyOfAReader()))) {
            served.fetch("/api/v1/indicators").expect(401);
        }
    }

    @Test
    void unusableKeyFilePreventsTheStart() throws IOException {
        assertThat(refused(Map.of("entente.access.keys", folder.resolve("none").toString()))
                        .sentence())
                .contains("The key file cannot be used", "does not exist or cannot be read");
        assertThat(refused(Map.of("entente.access.keys", keys("# empty file").toString()))
                        .sentence())
                .contains("holds no key", "./entente keys add");
        StartupException wrong = refused(
                Map.of("entente.access.keys", keys("ada king 0\nbo reader\n").toString(), "server.address", "0.0.0.0"));
        assertThat(wrong.getExitCode()).isEqualTo(78);
        assertThat(wrong.sentence())
                .contains("line 1: a role is", "line 1: a digest is", "line 2: a line consists")
                .doesNotContain("entente.keys", "Exception");
    }

    @Test
    void separateManagementPortIsRefused() {
        StartupException refused =
                refused(Map.of("management.server.port", "0", "management.server.address", "0.0.0.0"));
        assertThat(refused.getExitCode()).isEqualTo(78);
        assertThat(refused.sentence()).contains("management.server.port");
    }

    @Test
    void proxiesAreNamedAndNoOtherSettingTrustsThem() throws IOException {
        String keys = keyOfAReader();
        assertThat(refused(Map.of("entente.access.proxies", "10.0.0.5")).sentence())
                .contains("entente.access.proxies needs accounts");
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0", ".*", "10.0.0.5/")) {
            assertThat(refused(Map.of("entente.access.proxies", "10.0.0.6," + wrong, "entente.access.keys", keys))
                            .sentence())
                    .as(wrong)
                    .contains("entente.access.proxies takes addresses", "and not " + wrong + ".");
        }
        for (Map.Entry<String, String> setting : Map.of(
                        "server.forward-headers-strategy", "native",
                        "server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For",
                        "server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto")
                .entrySet()) {
            assertThat(refused(Map.of(setting.getKey(), setting.getValue(), "entente.access.keys", keys))
                            .sentence())
                    .contains(setting.getKey(), "Name the proxies in entente.access.proxies");
        }
    }

    /** The address of this test is private, as those of guests in a room are. */
    @Test
    void forwardedAddressIsNotBelievedFromOthersThanTheProxies() throws IOException {
        String keys = keyOfAReader();
        for (Map<String, String> proxies :
                List.of(Map.<String, String>of(), Map.of("entente.access.proxies", "10.0.0.0/8,2001:db8::1"))) {
            Map<String, String> settings = new HashMap<>(proxies);
            settings.put("entente.access.keys", keys);
            try (RunningService served = RunningService.start(settings)) {
                List<Integer> codes = new ArrayList<>();
                List<Integer> signIns = new ArrayList<>();
                for (int i = 0; i <= Sessions.MAX_WRONG_KEYS; i++) {
                    String claimed = "X-Forwarded-For: 10.1.1." + i;
                    codes.add(served.fetch("/w/AAAAA" + "BCDEFGHJKMN".charAt(i), claimed, "X-Forwarded-Proto: https")
                            .status());
                    signIns.add(served.ask(
                                    "POST",
                                    "/sign-in",
                                    "key=ent_" + i,
                                    claimed,
                                    "Content-Type: application/x-www-form-urlencoded")
                            .status());
                }
                assertThat(codes.get(Sessions.MAX_WRONG_KEYS))
                        .as("codes of workshops " + codes)
                        .isEqualTo(429);
                assertThat(signIns.get(Sessions.MAX_WRONG_KEYS))
                        .as("keys " + signIns)
                        .isEqualTo(429);
            }
        }
    }

    @Test
    void serviceAnswersAtTheAnnouncedAddress() throws Exception {
        try (RunningService served = RunningService.start(Map.of("server.address", "127.0.0.2"))) {
            Matcher announced =
                    Pattern.compile("serves at (http://127\\.0\\.0\\.2:\\d+),").matcher(served.logged());
            assertThat(announced.find()).as(served.logged()).isTrue();
            URI address = URI.create(announced.group(1) + "/api/v1/schemas/problem");
            assertThat(served.send(HttpRequest.newBuilder(address)).status())
                    .isNotEqualTo(421)
                    .isLessThan(500);
        }
    }

    @Test
    void invalidHostNamePreventsTheStart() {
        StartupException refused = refused(Map.of("entente.access.hosts", "good.example,http://bad.example"));
        assertThat(refused.sentence()).contains("entente.access.hosts", "http://bad.example");
    }

    private String keyOfAReader() throws IOException {
        return keys("ada reader " + Key.generate(new SecureRandom()).digest()).toString();
    }

    private Path keys(String text) throws IOException {
        return Files.writeString(folder.resolve("keys"), text + "\n");
    }
}
