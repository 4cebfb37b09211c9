package entente.service.config;

import entente.service.api.ApiEndpoint;
import entente.service.briefing.WebhookPolicy;
import entente.service.operations.StartupAnnouncement;
import entente.service.problem.StartupException;
import entente.service.security.Accounts;
import entente.service.security.Accounts.KeyRing;
import entente.service.security.HostFilter;
import entente.service.security.SecurityChain.EndpointPermissions;
import entente.service.workshop.RoomConnector;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Authentication, authorisation and host names. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** {@code service.md} describes each setting. */
    @ConfigurationProperties("entente.access")
    record Settings(
            @DefaultValue("") String keys,
            @DefaultValue List<String> hosts,
            @DefaultValue List<String> proxies) {}

    @Bean
    Accounts accounts(Settings settings, ObjectProvider<JwtDecoder> tokens, Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            throw StartupException.configuration(
                    "The service listens on one port only: management.server.port is not supported.");
        }
        Optional<KeyRing> keys =
                settings.keys().isBlank() ? Optional.empty() : Optional.of(KeyRing.open(Path.of(settings.keys())));
        Accounts accounts = new Accounts(keys, Optional.ofNullable(tokens.getIfAvailable()));
        accounts.checkHosts(settings.hosts());
        return accounts;
    }

    /**
     * Replaces address and scheme of a request by those that a trusted proxy states in {@code X-Forwarded-For} and
     * {@code X-Forwarded-Proto}; null without proxies. The container's own list would contain every private address, among
     * them those of guests.
     *
     * @throws StartupException for a value that is no address, for proxies without accounts, and for settings of the
     *     framework that would trust other proxies
     */
    @Bean
    @Nullable RemoteIpValve trustedProxies(Settings settings, Accounts accounts, Environment environment) {
        List<String> ranges = settings.proxies();
        accounts.checkProxies(ranges);
        List<String> wrong = ranges.stream().filter(range -> !isRange(range)).toList();
        if (!wrong.isEmpty()) {
            throw StartupException.configuration(
                    "entente.access.proxies takes addresses such as 10.0.0.5 and ranges such as 10.1.0.0/16, and not "
                            + String.join(", ", wrong) + ".");
        }
        Stream.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header")
                .filter(environment::containsProperty)
                .forEach(SecurityConfiguration::refuse);
        if (!environment.getProperty("server.forward-headers-strategy", "none").equalsIgnoreCase("none")) {
            refuse("server.forward-headers-strategy");
        }
        if (ranges.isEmpty()) {
            return null;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", ranges));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry which sessions have ended. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** The bound address, which the start-up message shows, is an allowed host. */
    @Bean
    HostFilter hosts(Settings settings, ServerProperties server, Environment environment, RoomConnector room) {
        List<String> names = new ArrayList<>(settings.hosts());
        room.host().ifPresent(names::add);
        InetAddress bound = server.getAddress();
        if (bound != null && !bound.isAnyLocalAddress()) {
            names.add(StartupAnnouncement.host(environment));
        }
        return new HostFilter(names);
    }

    @Bean
    EndpointPermissions permissions(ListableBeanFactory beans) {
        return EndpointPermissions.of(ApiEndpoint.of(beans).stream()
                .map(endpoint -> new EndpointPermissions.Permission(
                        endpoint.method(), endpoint.path(), endpoint.operation().access())));
    }

    /** Unknown methods are refused by the permissions with 405, not as malformed. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Otherwise each security filter would have metrics of its own. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Down while the key file is invalid. */
    @Bean
    HealthIndicator accessHealthIndicator(Accounts accounts) {
        return () -> accounts.keys().map(KeyRing::faults).orElse(List.of()).isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("keys", "the key file cannot be used; see the log")
                        .build();
    }

    private static void refuse(String setting) {
        throw StartupException.configuration(setting + " would trust every private address. "
                + "Name the proxies in entente.access.proxies instead.");
    }

    private static boolean isRange(String text) {
        try {
            return text.matches(WebhookPolicy.ADDRESS_OR_RANGE)
                    && !new NetMask(text).toString().isEmpty();
        } catch (IllegalArgumentException notInRange) {
            return false;
        }
    }
}
