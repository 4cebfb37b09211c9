package entente.web;

import entente.archive.IdempotentAnswers;
import entente.archive.Jobs;
import entente.archive.Store;
import entente.archive.Sweeper;
import entente.work.Task;
import entente.work.Workshop;
import java.time.Duration;
import java.time.InstantSource;
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
    Sweeper sweeper(IdempotentAnswers answers, Jobs jobs) {
        return new Sweeper(List.of(answers::sweep, jobs::sweep), Duration.ofMinutes(10));
    }
}
