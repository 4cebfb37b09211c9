package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.service.problem.StartupException;
import entente.service.security.Accounts.BearerAuthentication;
import entente.service.security.Accounts.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Hints on creating a key contain a command that can be copied; what cannot be verified is rejected without an internal error. */
@Isolated
class AccountsTest {

    private static final String COMMAND = "entente.command";

    @TempDir
    private Path folder;

    @AfterEach
    void clearCommand() {
        System.clearProperty(COMMAND);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, ./entente", "entente, entente", "/opt/entente/entente, /opt/entente/entente"},
            nullValues = "null")
    void hintsContainTheCommandOfTheStart(String command, String expected) throws IOException {
        if (command != null) {
            System.setProperty(COMMAND, command);
        }
        Accounts none = new Accounts(Optional.empty(), Optional.empty());
        Path empty = Files.createFile(folder.resolve("keys"));
        assertThatThrownBy(() -> none.checkAddress(null))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("made with " + expected + " keys add)");
        assertThatThrownBy(() -> none.checkHosts(List.of("entente.example.org")))
                .hasMessageContainingAll(
                        "entente.access.hosts needs accounts",
                        "--keys FILE",
                        "created with " + expected + " keys add)",
                        "issuer-uri")
                .hasFieldOrPropertyWithValue("exitCode", 78);
        assertThatThrownBy(() -> KeyRing.open(empty))
                .hasMessageContaining("Create one: " + expected + " keys add NAME --role reader --keys FILE");
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

    private static void assertRejected(Optional<JwtDecoder> login, String bearer) {
        BearerAuthentication bearers = new BearerAuthentication(new Accounts(Optional.empty(), login));
        assertThatThrownBy(() -> bearers.authenticate(new BearerTokenAuthenticationToken(bearer)))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void unreachableLoginRejectsTokens() {
        for (RuntimeException thrown : List.of(
                new BadJwtException("wrong"),
                new JwtException("unreachable"),
                new JwtDecoderInitializationException("unreachable", new IllegalStateException("no answer")))) {
            assertRejected(
                    Optional.of(token -> {
                        throw thrown;
                    }),
                    "a.b.c");
        }
    }

    @Test
    void tokensNeedALoginAndKeysNeedAKeyFile() {
        assertRejected(Optional.empty(), "a.b.c");
        assertRejected(Optional.empty(), "ent_x");
        // A key is not sent to the login.
        assertRejected(
                Optional.of(token -> {
                    throw new AssertionError("asked with a key");
                }),
                "ent_x");
    }
}
