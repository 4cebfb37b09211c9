package entente.service.security;

import entente.report.form.Hint;
import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyFile.KeyFileException;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.service.problem.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/**
 * Configured authentication methods.
 *
 * @param keys the key file
 * @param tokens of an identity provider
 */
public record Accounts(Optional<KeyRing> keys, Optional<JwtDecoder> tokens) {

    public boolean isEmpty() {
        return keys.isEmpty() && tokens.isEmpty();
    }

    /**
     * Checks the bound address: without accounts only loopback is allowed.
     *
     * @param address to be bound; null for all
     * @throws StartupException if other machines could reach the service without authentication
     */
    public void checkAddress(@Nullable InetAddress address) {
        if (isEmpty() && (address == null || !address.isLoopbackAddress())) {
            throw StartupException.configuration(
                    "Without accounts the service listens on this machine only, but the configured address "
                            + (address == null ? "is any" : address.getHostAddress() + " is another")
                            + ". Name a key file (--keys FILE, made with " + Hint.started()
                            + " keys add), or set "
                            + "spring.security.oauth2.resourceserver.jwt.issuer-uri for tokens of an identity provider, "
                            + "or leave the address at 127.0.0.1.");
        }
    }

    /**
     * Checks the setting {@code entente.access.hosts}.
     *
     * @param names the configured values
     * @throws StartupException if a value is not a host name, or if host names are configured without accounts: a
     *     service that answers for the name of a proxy is reachable by others
     */
    public void checkHosts(List<String> names) {
        List<String> wrong =
                names.stream().filter(name -> !HostFilter.isHostName(name)).toList();
        if (!wrong.isEmpty()) {
            throw StartupException.configuration(
                    "entente.access.hosts takes names such as entente.example.org, without scheme, port or path, and not "
                            + String.join(", ", wrong) + ".");
        }
        needAccounts("entente.access.hosts", names, "answers for another host name");
    }

    /** @throws StartupException if there are proxies but no accounts: the service is reachable by others */
    public void checkProxies(List<String> ranges) {
        needAccounts("entente.access.proxies", ranges, "is behind a proxy");
    }

    private void needAccounts(String setting, List<String> values, String why) {
        if (isEmpty() && !values.isEmpty()) {
            throw StartupException.configuration(
                    setting + " needs accounts: a service that " + why + " can be reached by "
                            + "others. Configure a key file (--keys FILE, created with " + Hint.started()
                            + " keys add) or "
                            + "spring.security.oauth2.resourceserver.jwt.issuer-uri, or remove the setting.");
        }
    }

    /**
     * The current key file. It is read for every request, which takes some ten microseconds, so that removed keys are
     * rejected immediately. While the file is invalid or missing, no key is accepted.
     */
    public static final class KeyRing {

        private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

        private record Reading(byte[] bytes, KeyFile keys, List<String> faults) {}

        private final KeyStore store;
        private volatile Reading last;

        private KeyRing(KeyStore store) {
            this.store = store;
            this.last = read(new Reading(new byte[0], KeyFile.EMPTY, noKey()));
        }

        /** @throws StartupException with all faults of the file, also if it contains no key */
        public static KeyRing open(Path file) {
            KeyRing ring = new KeyRing(new KeyStore(file));
            List<String> faults = ring.faults();
            if (!faults.isEmpty()) {
                throw StartupException.configuration("The key file cannot be used.\n" + String.join("\n", faults));
            }
            return ring;
        }

        Optional<KeyEntry> find(Key key) {
            return reading().keys().find(key);
        }

        Optional<KeyEntry> findByDigest(String sha256) {
            return reading().keys().findByDigest(sha256);
        }

        /** Why no key is accepted; empty if the file is valid. Does not name the file, because it is logged. */
        public List<String> faults() {
            return reading().faults();
        }

        private static List<String> noKey() {
            return List.of("The file holds no key. Create one: " + Hint.started()
                    + " keys add NAME --role reader --keys FILE");
        }

        private Reading reading() {
            Reading before = last;
            Reading now = read(before);
            last = now;
            if (!now.faults().equals(before.faults())) {
                if (now.faults().isEmpty()) {
                    LOG.info("The key file is valid again.");
                } else {
                    LOG.error("No key is accepted: the key file is invalid. {}", String.join(" ", now.faults()));
                }
            }
            return now;
        }

        private Reading read(Reading before) {
            byte[] bytes = new byte[0];
            try {
                bytes = store.bytes();
                if (Arrays.equals(bytes, before.bytes()) && before.faults().isEmpty()) {
                    return before;
                }
                KeyFile keys = KeyFile.parse(bytes);
                return new Reading(bytes, keys, keys.entries().isEmpty() ? noKey() : List.of());
            } catch (KeyFileException wrong) {
                return new Reading(bytes, KeyFile.EMPTY, wrong.faults());
            } catch (IOException unreadable) {
                return new Reading(bytes, KeyFile.EMPTY, List.of("The file does not exist or cannot be read."));
            }
        }
    }

    /**
     * Authenticates bearer credentials: a key of the key file, or a token of an identity provider. The name of the caller is
     * the owner of what it stores, and the value of {@code getRemoteUser}.
     */
    @RequiredArgsConstructor
    static final class BearerAuthentication implements AuthenticationManager {

        private static final Logger LOG = LoggerFactory.getLogger(BearerAuthentication.class);

        private static final int LONGEST_NAME = 255;

        /** RFC 8693 defines the string {@code scope}; some providers send a list, {@code scp}. */
        private static final JwtGrantedAuthoritiesConverter SCOPES = new JwtGrantedAuthoritiesConverter();

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
            if (subject == null
                    || subject.isBlank()
                    || subject.length() > LONGEST_NAME
                    || token.getExpiresAt() == null) {
                return Optional.empty();
            }
            Set<String> scopes = AuthorityUtils.authorityListToSet(SCOPES.convert(token));
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
                case READER -> "SCOPE_entente.read";
                case ANALYST -> "SCOPE_entente.write";
                case OPERATOR -> "SCOPE_entente.operate";
            };
        }
    }
}
