package entente.service.config;

import entente.briefing.EditionArchive;
import entente.service.archive.Archive;
import entente.service.archive.Database;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.JobTable;
import entente.service.archive.StoredScenarios;
import entente.service.archive.Sweeper;
import entente.service.briefing.Deliveries;
import entente.service.briefing.DeliveryChannels;
import entente.service.briefing.DeliveryContent;
import entente.service.briefing.EditionRuns.ScheduleScenarios;
import entente.service.briefing.ScheduleRuns;
import entente.service.config.ArchiveConfiguration.ArchiveSettings;
import entente.service.config.RuleBookConfiguration.RuleBookFolders;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.workshop.WorkshopTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs, and schedules of briefings. Each bean of type {@link JobTask} runs the job kind of its bean name. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    JobRunner jobRunner(JobTable jobs, ListableBeanFactory beans) {
        return new JobRunner(jobs, beans.getBeansOfType(JobTask.class), Duration.ofSeconds(1));
    }

    @Bean
    Sweeper sweeper(
            IdempotentResponses answers,
            JobTable jobs,
            Archive archive,
            StoredScenarios scenarios,
            WorkshopTable workshops,
            ScheduleRuns runs,
            Deliveries deliveries,
            ArchiveSettings settings) {
        List<Runnable> sweeps = new ArrayList<>(List.of(answers::sweep, jobs::sweep));
        Duration retention = settings.retention();
        if (retention != null) {
            sweeps.add(() -> archive.sweep(retention));
            sweeps.add(() -> scenarios.sweep(retention));
            sweeps.add(() -> workshops.sweep(retention));
            sweeps.add(() -> runs.sweep(retention));
            sweeps.add(() -> deliveries.sweep(retention));
        }
        return new Sweeper(sweeps, Duration.ofMinutes(10));
    }

    @Bean
    Sweeper compaction(Database store, ArchiveSettings settings) {
        return new Sweeper(List.of(store::compact), settings.compactionInterval());
    }

    /** How late a run or a delivery may start. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Bean
    ScheduleScenarios scheduleScenarios(RuleBookFolders folders, StoredScenarios stored) {
        return new ScheduleScenarios(Path.of(folders.scenarios()), stored);
    }

    @Bean
    Sweeper scheduleTimer(ScheduleRuns runs) {
        return new Sweeper("check of schedules", List.of(runs::claimDue), LOOK);
    }

    /** On a thread of its own, since other sides may be slow. */
    @Bean
    Sweeper deliveryTimer(Deliveries deliveries, EditionArchive archive, DeliveryChannels channels) {
        Runnable due = () -> deliveries.deliverDue(edition -> DeliveryContent.find(archive, edition), channels);
        return new Sweeper("delivery of editions", List.of(due), LOOK);
    }
}
