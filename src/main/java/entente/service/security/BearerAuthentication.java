package entente.service.security;

import entente.service.keys.Key;
import entente.service.keys.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Authenticates bearer credentials: a key of the key file, or a token of an identity provider. The name of the caller is
 * the owner of what it stores, and the value of {@code getRemoteUser}.
 */
@RequiredArgsConstructor
final class BearerAuthentication implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(BearerAuthentication.class);

    private static final int LONGEST_NAME = 255;

    private final Accounts accounts;

    @Override
    public Authentication authenticate(Authentication sent) throws AuthenticationException {
        String bearer = ((BearerTokenAuthenticationToken) sent).getToken();
        // The prefix distinguishes keys from tokens.
        Optional<Authentication> caller = bearer.startsWith(Key.PREFIX) ? byKey(bearer) : byToken(bearer);
        return caller.orElseThrow(() -> new InvalidBearerTokenException("not known here"));
    }

    private Optional<Authentication> byKey(String bearer) {
        return accounts.keys()
                .flatMap(ring -> ring.find(Key.of(bearer)))
                .map(entry -> caller(entry.name(), entry.role()));
    }

    private Optional<Authentication> byToken(String bearer) {
        return accounts.tokens().flatMap(decoder -> {
            try {
                return caller(decoder.decode(bearer));
            } catch (BadJwtException wrong) {
                return Optional.empty();
            } catch (JwtException | JwtDecoderInitializationException unreachable) {
                LOG.warn(
                        "A token could not be verified: {}",
                        unreachable.getClass().getSimpleName());
                return Optional.empty();
            }
        });
    }

    private static Optional<Authentication> caller(Jwt token) {
        String subject = token.getSubject();
        // Spring accepts tokens without expiry, which would be valid forever.
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_NAME || token.getExpiresAt() == null) {
            return Optional.empty();
        }
        List<String> scopes = scopes(token);
        return Optional.of(caller(
                subject,
                Arrays.stream(Role.values())
                        .filter(role -> scopes.contains(scope(role)))
                        .toArray(Role[]::new)));
    }

    /** With the permissions of all these roles; credentials are not retained. */
    static UsernamePasswordAuthenticationToken caller(String name, Role... roles) {
        String[] authorities = Arrays.stream(roles)
                .flatMap(role -> role.all().stream())
                .map(role -> "ROLE_" + role)
                .distinct()
                .toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                name, "", AuthorityUtils.createAuthorityList(authorities));
    }

    private static String scope(Role role) {
        return switch (role) {
            case READER -> "entente.read";
            case ANALYST -> "entente.write";
            case OPERATOR -> "entente.operate";
        };
    }

    /** RFC 8693 defines the string {@code scope}; some providers send a list, {@code scp}. */
    private static List<String> scopes(Jwt token) {
        return Stream.of("scope", "scp")
                .map(token.getClaims()::get)
                .flatMap(claim -> {
                    if (claim instanceof String words) {
                        return Arrays.stream(words.split(" ", -1));
                    }
                    return claim instanceof Collection<?> list ? list.stream().map(String::valueOf) : Stream.empty();
                })
                .toList();
    }
}
