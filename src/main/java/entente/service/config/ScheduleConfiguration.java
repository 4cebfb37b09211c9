package entente.service.config;

import entente.briefing.EditionArchive;
import entente.service.archive.StoredScenarios;
import entente.service.archive.Sweeper;
import entente.service.briefing.Editions;
import entente.service.briefing.delivery.DeliveryWorker;
import entente.service.briefing.schedule.ScheduleClock;
import entente.service.briefing.schedule.ScheduleScenarios;
import entente.service.config.RuleBookConfiguration.RuleBookFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules of briefings. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    /** How late a run or a delivery may start. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Bean
    EditionArchive editionArchive(Editions editions) {
        return editions.archive();
    }

    @Bean
    ScheduleScenarios scheduleScenarios(RuleBookFolders folders, StoredScenarios stored) {
        return new ScheduleScenarios(Path.of(folders.scenarios()), stored);
    }

    @Bean
    Sweeper scheduleTimer(ScheduleClock due) {
        return new Sweeper("check of schedules", List.of(due), LOOK);
    }

    /** On a thread of its own, since other sides may be slow. */
    @Bean
    Sweeper deliveryTimer(DeliveryWorker due) {
        return new Sweeper("delivery of editions", List.of(due), LOOK);
    }
}
