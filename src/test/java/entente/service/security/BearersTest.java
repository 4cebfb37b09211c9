package entente.service.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Where nobody can say who somebody is, nobody is let in, and nothing breaks. */
class BearersTest {

    private static void refused(Optional<JwtDecoder> login, String bearer) {
        BearerAuthentication bearers = new BearerAuthentication(new Accounts(Optional.empty(), login));
        assertThatThrownBy(() -> bearers.authenticate(new BearerTokenAuthenticationToken(bearer)))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void aLoginThatCannotBeReachedLetsNobodyIn() {
        for (RuntimeException thrown : List.of(
                new BadJwtException("wrong"),
                new JwtException("unreachable"),
                new JwtDecoderInitializationException("unreachable", new IllegalStateException("no answer")))) {
            refused(
                    Optional.of(token -> {
                        throw thrown;
                    }),
                    "a.b.c");
        }
    }

    @Test
    void withoutALoginNoTokenIsGoodAndWithoutKeysNoKey() {
        refused(Optional.empty(), "a.b.c");
        refused(Optional.empty(), "ent_x");
        // A key is not shown to the login.
        refused(
                Optional.of(token -> {
                    throw new AssertionError("asked with a key");
                }),
                "ent_x");
    }
}
