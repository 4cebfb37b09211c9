package entente.service.config;

import entente.service.workshop.access.CodeGuesses;
import entente.service.workshop.room.RoomConnector;
import entente.service.workshop.room.RoomSettings;
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

    /** The address that the room reaches, if one is opened. */
    @Bean
    RoomConnector roomConnector(RoomSettings settings) {
        return new RoomConnector(settings.roomAddress());
    }
}
