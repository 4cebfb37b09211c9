package entente.service.api;

import entente.service.workshop.CodeGuesses;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Test bean: wrong workshop codes are neither delayed nor counted, for tests that send many. Not annotated, because a
 * component scan would find it for every service.
 */
class UnlimitedCodeGuesses {

    @Bean
    @Primary
    CodeGuesses uncountedGuesses() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        return new CodeGuesses(() -> clock.updateAndGet(now -> now.plus(Duration.ofHours(1))), pause -> {});
    }
}
