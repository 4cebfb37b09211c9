package entente.web;

import entente.service.Admission;
import entente.service.InForce;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The container below the API. */
@Configuration(proxyBeanMethods = false)
class TomcatWiring {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(InForce inForce, Admission admission) {
        return factory -> {
            factory.addConnectorCustomizers(TomcatWiring::askBeforeReading);
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    // Named as the host's own, so that it adds no second one.
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                    host.getPipeline().addValve(new ProblemValve(inForce));
                    host.getPipeline().addValve(new DoorValve(admission, inForce));
                }
            });
        };
    }

    /** Whoever asks for leave to send a body gets it when the body is read, which one that is too large never is. */
    private static void askBeforeReading(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        }
    }
}
