package entente.service.config;

import entente.service.admission.EvaluationExecutor;
import entente.service.api.AdmissionInterceptor;
import entente.service.api.ApiRequestResolver;
import entente.service.api.ProblemResolver;
import entente.service.api.ResponseWriter;
import entente.service.transfer.RequestBodies;
import entente.service.workshop.WorkshopEvents;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Request arguments, return values and errors of the API. */
@RequiredArgsConstructor
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final RequestBodies bodies;
    private final EvaluationExecutor evaluations;
    private final ObjectProvider<WorkshopEvents> events;

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
        handlers.add(events.getObject());
    }

    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver());
    }
}
