package entente.web;

import entente.archive.Archive;
import entente.archive.IdempotentAnswers;
import entente.archive.Jobs;
import entente.archive.Store;
import entente.archive.Sweeper;
import entente.web.ArchiveWiring.ArchiveSettings;
import entente.work.Task;
import entente.work.Workshop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Long work. A bean of type {@link Task} is one kind of it, by the name of the bean. */
@Configuration(proxyBeanMethods = false)
class WorkWiring {

    @Bean
    Jobs jobs(Store store, InstantSource clock) {
        return new Jobs(store, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Workshop workshop(Jobs jobs, ListableBeanFactory beans) {
        return new Workshop(jobs, beans.getBeansOfType(Task.class), Duration.ofSeconds(1));
    }

    @Bean
    Sweeper sweeper(IdempotentAnswers answers, Jobs jobs, Archive archive, ArchiveSettings settings) {
        List<Runnable> sweeps = new ArrayList<>(List.of(answers::sweep, jobs::sweep));
        Duration retention = settings.retention();
        if (retention != null) {
            sweeps.add(() -> archive.sweep(retention));
        }
        return new Sweeper(sweeps, Duration.ofMinutes(10));
    }

    @Bean
    Sweeper compaction(Store store, ArchiveSettings settings) {
        return new Sweeper(List.of(store::compact), settings.compactionInterval());
    }
}
