package entente.service.config;

import entente.service.workshop.access.CodeGuesses;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Workshops. */
@Configuration(proxyBeanMethods = false)
class WorkshopConfiguration {

    @Bean
    CodeGuesses codeGuesses(InstantSource clock) {
        return new CodeGuesses(clock, duration -> Thread.sleep(duration.toMillis()));
    }
}
