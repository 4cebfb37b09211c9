package entente.service.api;

import entente.service.jobs.JobTask;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;

/** A test job that waits for a permit, so that jobs behind it stay queued. */
class GatedJob {

    static final String KIND = "gated";

    static final class Gate {
        private final Semaphore open = new Semaphore(0);

        void open() {
            open.release();
        }
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean(KIND)
    JobTask gated(Gate gate) {
        return (request, progress) -> {
            gate.open.acquire();
            return "{}";
        };
    }
}
