package entente.service.config;

import entente.briefing.EditionArchive;
import entente.service.archive.Archive;
import entente.service.archive.CallerQuota;
import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.JobTable;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.Deliveries;
import entente.service.briefing.DeliveryChannels;
import entente.service.briefing.DeliveryContent;
import entente.service.briefing.ScheduleRuns;
import entente.service.briefing.ScheduleRuns.EditionRuns.ScheduleScenarios;
import entente.service.config.RuleBookConfiguration.RuleBookFolders;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.problem.StartupException;
import entente.service.workshop.WorkshopTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.util.unit.DataSize;

/**
 * The archive and its tables, jobs, and what runs from time to time. Each bean of type {@link JobTask} runs the job kind of
 * its bean name.
 */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
@Import({Archive.class, IdempotentResponses.class, JobTable.class, StoredScenarios.class})
class ArchiveConfiguration {

    /** How late a run of a schedule or a delivery may start. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration CLEAN_UP = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveConfiguration.class);

    /** {@code service.md} describes each setting. */
    @ConfigurationProperties("entente.archive")
    record ArchiveSettings(
            String url,
            Optional<String> user,
            Optional<String> password,
            // A string, because an optional path cannot be bound.
            Optional<String> passwordFile,
            @DefaultValue("process") Durability durability,
            @Nullable Duration retention,
            @DefaultValue("10s") Duration compactionInterval,
            @DefaultValue("1GB") DataSize quota,
            Optional<String> editions) {

        ArchiveSettings {
            if (retention != null && retention.compareTo(Archive.MIN_RETENTION) < 0) {
                throw StartupException.setting(
                        "entente.archive.retention", retention, "at least " + Archive.MIN_RETENTION);
            }
            if (compactionInterval.toMillis() < 1) {
                throw StartupException.setting(
                        "entente.archive.compaction-interval", compactionInterval, "at least 1ms");
            }
            if (quota.toMegabytes() < 1) {
                throw StartupException.setting("entente.archive.quota", quota, "at least 1MB");
            }
        }

        /** Omits the password. */
        @Override
        public String toString() {
            return "ArchiveSettings[" + url + "]";
        }

        Optional<String> secret() {
            return SecretSetting.of("entente.archive.password-file", passwordFile, password);
        }

        DatabaseUrl database() {
            return DatabaseUrl.of(url, user, secret());
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** @param beside the folder of editions beside a PostgreSQL */
    @Bean
    EditionArchive editions(ArchiveSettings settings, @Value("${entente.home:.}/archive/editions") Path beside) {
        Path folder = settings.editions()
                .map(Path::of)
                .or(() -> settings.database().folder().map(archive -> archive.resolve("editions")))
                .orElse(beside);
        return new EditionArchive(folder);
    }

    @Bean(destroyMethod = "close")
    Database store(ArchiveSettings settings, InstantSource clock) {
        Database database = Database.open(settings.database(), settings.durability());
        database.limit(new CallerQuota(settings.quota().toBytes(), clock));
        return database;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    JobRunner jobRunner(JobTable jobs, ListableBeanFactory beans) {
        return new JobRunner(jobs, beans.getBeansOfType(JobTask.class), Duration.ofSeconds(1));
    }

    @Bean
    ScheduleScenarios scheduleScenarios(RuleBookFolders folders, StoredScenarios stored) {
        return new ScheduleScenarios(Path.of(folders.scenarios()), stored);
    }

    /** What runs from time to time, with a pause after each run; several instances may run the same at a time. */
    @Bean
    SchedulingConfigurer periodicTasks(
            ArchiveSettings settings,
            Database store,
            IdempotentResponses answers,
            JobTable jobs,
            Archive archive,
            StoredScenarios scenarios,
            WorkshopTable workshops,
            ScheduleRuns runs,
            Deliveries deliveries,
            EditionArchive editions,
            DeliveryChannels channels) {
        return timer -> {
            add(timer, "check of schedules", LOOK, runs::claimDue);
            add(
                    timer,
                    "delivery of editions",
                    LOOK,
                    () -> deliveries.deliverDue(edition -> DeliveryContent.find(editions, edition), channels));
            add(timer, "compaction of the archive", settings.compactionInterval(), store::compact);
            List<Runnable> sweeps = new ArrayList<>(List.of(answers::sweep, jobs::sweep));
            Duration retention = settings.retention();
            if (retention != null) {
                sweeps.add(() -> archive.sweep(retention));
                sweeps.add(() -> scenarios.sweep(retention));
                sweeps.add(() -> workshops.sweep(retention));
                sweeps.add(() -> runs.sweep(retention));
                sweeps.add(() -> deliveries.sweep(retention));
            }
            sweeps.forEach(sweep -> add(timer, "clean-up of the archive", CLEAN_UP, sweep));
        };
    }

    private static void add(ScheduledTaskRegistrar timer, String name, Duration pause, Runnable task) {
        Runnable safe = () -> {
            try {
                task.run();
            } catch (Throwable later) {
                LOG.warn("The {} failed: {}", name, String.valueOf(later.getMessage()));
            }
        };
        timer.addFixedDelayTask(new IntervalTask(safe, pause, pause));
    }
}
