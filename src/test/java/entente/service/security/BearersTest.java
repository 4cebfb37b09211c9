package entente.service.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.security.Accounts.BearerAuthentication;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Credentials that cannot be verified are rejected without an internal error. */
class BearersTest {

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
