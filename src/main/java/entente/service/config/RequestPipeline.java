package entente.service.config;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.api.AdmissionInterceptor;
import entente.service.api.ApiEndpoint;
import entente.service.api.ApiRequest.ApiRequestResolver;
import entente.service.api.OverloadFilter;
import entente.service.api.ProblemResolver;
import entente.service.api.ProblemValve;
import entente.service.api.Responses.ResponseWriter;
import entente.service.operations.RequestLog;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import entente.service.security.Accounts;
import entente.service.security.HostFilter;
import entente.service.security.SecurityChain;
import entente.service.security.SecurityHeaderValve;
import entente.service.transfer.ConnectionValve;
import entente.service.transfer.HeadDeadlineProtocol;
import entente.service.transfer.RequestBodies;
import entente.service.transfer.ResponseFilter;
import entente.service.transfer.TransferBuffers;
import entente.service.transfer.TransferBuffers.TransferLimits;
import entente.service.workshop.CodeGuesses;
import entente.service.workshop.RoomConnector;
import entente.service.workshop.RoomFilter;
import entente.service.workshop.RoomSettings;
import entente.service.workshop.WorkshopAccess;
import entente.service.workshop.WorkshopTable;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The path of one HTTP request through the valves and filters; {@code architecture.md} describes each. */
@RequiredArgsConstructor
@Configuration(proxyBeanMethods = false)
class RequestPipeline implements WebMvcConfigurer {

    /** In the order of a request. */
    static final List<Class<?>> STAGES = List.of(
            HeadDeadlineProtocol.class,
            SecurityHeaderValve.class,
            RoomConnector.class,
            ConnectionValve.class,
            ProblemValve.class,
            ResponseFilter.class,
            RuleBookFilter.class,
            RequestLog.class,
            HostFilter.class,
            RoomFilter.class,
            OverloadFilter.class,
            SecurityChain.class,
            DispatcherServlet.class,
            AdmissionInterceptor.class);

    private static final String SEND_BUFFER = String.valueOf(1 << 16);

    /** No event streams, which would be held back. */
    private static final String COMPRESSED = "application/json,application/problem+json,application/x-ndjson,text/csv,"
            + "text/html,text/plain,text/markdown,text/css,text/javascript,image/svg+xml";

    /** Bytes below which compressing costs more than it saves. */
    private static final int LEAST_COMPRESSED = 4096;

    private final RequestBodies bodies;
    private final EvaluationExecutor evaluations;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(
            Accounts accounts,
            HostFilter hosts,
            ActiveRuleBook activeRuleBook,
            RoomConnector room,
            ObjectProvider<RemoteIpValve> proxies) {
        return factory -> {
            // The address of a room is not this one: others may reach it.
            accounts.checkAddress(factory.getAddress());
            factory.setProtocol(HeadDeadlineProtocol.class.getName());
            factory.addConnectorCustomizers(RequestPipeline::configureProtocol);
            proxies.ifAvailable(factory::addEngineValves);
            factory.addEngineValves(new SecurityHeaderValve(hosts, activeRuleBook));
            factory.addEngineValves(room);
            factory.addEngineValves(new ConnectionValve());
            room.open(factory.getPort()).ifPresent(second -> {
                // With the limits of the first, which are settings of the framework.
                factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(second));
                factory.addAdditionalConnectors(second);
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    // Set as the error report valve of the host, so that no second one is added.
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                    host.getPipeline().addValve(new ProblemValve(activeRuleBook));
                }
            });
        };
    }

    /** Sends 100 Continue only when the body is read, so not for one that is too large. */
    private static void configureProtocol(Connector connector) {
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        // Each connection can have a thread, so that no client waits for another one.
        protocol.setMaxThreads(protocol.getMaxConnections());
        protocol.setCompression("on");
        protocol.setCompressionMinSize(LEAST_COMPRESSED);
        protocol.setCompressibleMimeType(COMPRESSED);
        // Otherwise the kernel buffers megabytes of responses for a client that does not read.
        connector.setProperty("socket.txBufSize", SEND_BUFFER);
    }

    @Bean
    static TransferBuffers buffers(TransferLimits limits) {
        return TransferBuffers.of(Runtime.getRuntime().maxMemory(), limits);
    }

    @Bean
    FilterRegistrationBean<ResponseFilter> responseFilter(TransferLimits limits, TransferBuffers buffers) {
        return stage(new ResponseFilter(limits, buffers));
    }

    @Bean
    FilterRegistrationBean<RuleBookFilter> ruleBookFilter(ActiveRuleBook activeRuleBook) {
        return stage(new RuleBookFilter(activeRuleBook));
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        return stage(new RequestLog());
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(HostFilter hosts) {
        return stage(hosts);
    }

    @Bean
    FilterRegistrationBean<RoomFilter> roomFilter(
            RoomConnector room,
            Accounts accounts,
            ObjectProvider<WorkshopAccess> access,
            ObjectProvider<WorkshopTable> workshops) {
        // Fetched by the first request: the server makes filters before the archive has reported what is wrong with it.
        return stage(new RoomFilter(room, accounts, access::getObject, workshops::getObject));
    }

    @Bean
    FilterRegistrationBean<OverloadFilter> overloadFilter(
            EvaluationExecutor evaluations, Accounts accounts, ListableBeanFactory beans) {
        return stage(new OverloadFilter(evaluations, !accounts.isEmpty(), ApiEndpoint.of(beans)));
    }

    /** Before all filters of the framework, such as the security chain. */
    private static <F extends Filter> FilterRegistrationBean<F> stage(F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(
                Ordered.HIGHEST_PRECEDENCE + STAGES.indexOf(filter.getClass()) - STAGES.indexOf(ResponseFilter.class));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    @Bean
    CodeGuesses codeGuesses(InstantSource clock) {
        return new CodeGuesses(clock, duration -> Thread.sleep(duration.toMillis()));
    }

    /** The address that the room reaches, if one is opened. */
    @Bean
    RoomConnector roomConnector(RoomSettings settings) {
        return new RoomConnector(settings.roomAddress());
    }

    @Bean
    static EvaluationExecutor evaluations(EvaluationLimits limits) {
        return new EvaluationExecutor(limits, EvaluationExecutor::endProcess);
    }

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ApiRequestResolver(bodies, evaluations));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new AdmissionInterceptor(evaluations, bodies));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ResponseWriter());
    }

    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver());
    }
}
