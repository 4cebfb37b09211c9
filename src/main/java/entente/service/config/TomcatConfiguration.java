package entente.service.config;

import entente.service.admission.EvaluationLimits;
import entente.service.transfer.RequestThreads;
import entente.service.transfer.TransferBuffers;
import entente.service.transfer.TransferLimits;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The embedded Tomcat. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    private static final String SEND_BUFFER = String.valueOf(1 << 16);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(RequestThreads workers) {
        return factory -> factory.addConnectorCustomizers(connector -> configureProtocol(connector, workers));
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
}
