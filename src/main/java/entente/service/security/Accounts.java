package entente.service.security;

import entente.report.form.Hint;
import entente.service.problem.StartupException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Configured authentication methods.
 *
 * @param keys the key file
 * @param tokens of an identity provider
 */
public record Accounts(Optional<KeyRing> keys, Optional<JwtDecoder> tokens) {

    /** Whether there is no authentication. */
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
    void checkProxies(List<String> ranges) {
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
}
