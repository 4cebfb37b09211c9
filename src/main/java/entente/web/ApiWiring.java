package entente.web;

import entente.service.InForce;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How calls are asked and answered. */
@Configuration(proxyBeanMethods = false)
class ApiWiring implements WebMvcConfigurer {

    private final Body body;

    ApiWiring(Body body) {
        this.body = body;
    }

    /** Before everything but the sending of answers, so that refusals at the gate bear the names of engine and book, too. */
    @Bean
    FilterRegistrationBean<EditionFilter> editionFilter(InForce inForce) {
        FilterRegistrationBean<EditionFilter> filter = new FilterRegistrationBean<>(new EditionFilter(inForce));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver(body));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new AnswerWriter());
    }

    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver());
    }
}
