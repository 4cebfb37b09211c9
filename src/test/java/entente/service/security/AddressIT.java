package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Key;
import entente.testkit.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a service listens, and whose address a request has; {@code StartupFailuresIT} has what is refused. */
@Tag("thorough")
@Timeout(300)
class AddressIT {

    @TempDir
    private Path folder;

    @Test
    void nonLoopbackAddressIsAllowedWithAKey() throws IOException {
        try (RunningService served =
                RunningService.start(Map.of("server.address", "0.0.0.0", "entente.access.keys", keyOfAReader()))) {
            served.fetch("/api/v1/indicators").expect(401);
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

    private String keyOfAReader() throws IOException {
        String line = "ada reader " + Key.generate(new SecureRandom()).digest() + "\n";
        return Files.writeString(folder.resolve("keys"), line).toString();
    }
}
