package entente.service.config;

import entente.service.admission.ConnectionValve;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.api.AdmissionInterceptor;
import entente.service.api.AdmissionValve;
import entente.service.api.ApiEndpoint;
import entente.service.api.ProblemValve;
import entente.service.operations.RequestLog;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import entente.service.security.HostFilter;
import entente.service.security.SecurityChain;
import entente.service.security.SecurityHeaderValve;
import entente.service.transfer.HeadDeadlineProtocol;
import entente.service.transfer.RequestBody;
import entente.service.transfer.RequestBodyFilter;
import entente.service.transfer.RequestThreads;
import entente.service.transfer.ResponseFilter;
import entente.service.transfer.ResponseSender;
import entente.service.transfer.TransferBuffers;
import entente.service.transfer.TransferLimits;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.room.RoomConnector;
import entente.service.workshop.room.RoomConnectors;
import entente.service.workshop.room.RoomFilter;
import entente.service.workshop.room.RoomValve;
import entente.service.workshop.store.WorkshopTable;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;

/** The path of one HTTP request through the valves and filters; {@code architecture.md} describes each. */
@Configuration(proxyBeanMethods = false)
class RequestPipeline {

    /** In the order of a request. */
    static final List<Class<?>> STAGES = List.of(
            HeadDeadlineProtocol.class,
            ConnectionValve.class,
            SecurityHeaderValve.class,
            RoomValve.class,
            ProblemValve.class,
            AdmissionValve.class,
            ResponseFilter.class,
            RuleBookFilter.class,
            RequestLog.class,
            RoomFilter.class,
            HostFilter.class,
            SecurityChain.class,
            RequestBodyFilter.class,
            DispatcherServlet.class,
            AdmissionInterceptor.class);

    private static final String SEND_BUFFER = String.valueOf(1 << 16);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(
            HostFilter hosts,
            ActiveRuleBook activeRuleBook,
            EvaluationExecutor evaluations,
            ResponseSender sender,
            RequestThreads workers,
            RoomConnector room,
            ListableBeanFactory beans) {
        return factory -> {
            factory.setProtocol(HeadDeadlineProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> configureProtocol(connector, workers));
            factory.addEngineValves(new ConnectionValve());
            factory.addEngineValves(new SecurityHeaderValve(hosts, activeRuleBook));
            factory.addEngineValves(new RoomValve(room));
            room.address().ifPresent(address -> {
                Connector second = RoomConnectors.open(address, factory.getPort());
                configureProtocol(second, workers);
                room.set(second);
                factory.addAdditionalConnectors(second);
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    // Set as the error report valve of the host, so that no second one is added.
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                    host.getPipeline().addValve(new ProblemValve(activeRuleBook));
                    host.getPipeline()
                            .addValve(new AdmissionValve(evaluations, activeRuleBook, sender, ApiEndpoint.of(beans)));
                }
            });
        };
    }

    /** Sends 100 Continue only when the body is read, so not for one that is too large. */
    private static void configureProtocol(Connector connector, RequestThreads workers) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            protocol.setMaxThreads(workers.maxThreads());
            // Otherwise the kernel buffers megabytes of responses for a client that does not read.
            connector.setProperty("socket.txBufSize", SEND_BUFFER);
        }
    }

    @Bean
    RequestThreads workerThreads(EvaluationLimits limits, Environment environment) {
        Integer set = environment.getProperty("server.tomcat.threads.max", Integer.class);
        return new RequestThreads(set == null ? RequestThreads.required(limits) : set);
    }

    @Bean
    TransferBuffers buffers(TransferLimits limits) {
        return TransferBuffers.of(Runtime.getRuntime().maxMemory(), limits);
    }

    @Bean
    FilterRegistrationBean<ResponseFilter> responseFilter(ResponseSender sender, RequestThreads workers) {
        return stage(new ResponseFilter(sender, workers));
    }

    @Bean
    FilterRegistrationBean<RuleBookFilter> ruleBookFilter(ActiveRuleBook activeRuleBook) {
        return stage(new RuleBookFilter(activeRuleBook));
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        return stage(new RequestLog(System::nanoTime));
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(HostFilter hosts) {
        return stage(hosts);
    }

    @Bean
    FilterRegistrationBean<RoomFilter> roomFilter(
            RoomConnector room, ObjectProvider<WorkshopAccess> access, ObjectProvider<WorkshopTable> workshops) {
        // Fetched by the first request: the server makes filters before the archive has reported what is wrong with it.
        return stage(new RoomFilter(room, access::getObject, workshops::getObject));
    }

    @Bean
    FilterRegistrationBean<RequestBodyFilter> requestBodyFilter(
            RequestBody body, TransferLimits transfer, TransferBuffers buffers) {
        return stage(new RequestBodyFilter(body, transfer, buffers));
    }

    /** Stages before the security chain, whose order is fixed, come before all filters of the framework. */
    private static <F extends Filter> FilterRegistrationBean<F> stage(F filter) {
        int stage = STAGES.indexOf(filter.getClass());
        int afterSecurity = stage - STAGES.indexOf(SecurityChain.class);
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(
                afterSecurity > 0
                        ? SecurityFilterProperties.DEFAULT_FILTER_ORDER + afterSecurity
                        : Ordered.HIGHEST_PRECEDENCE + stage - STAGES.indexOf(ResponseFilter.class));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return registration;
    }
}
