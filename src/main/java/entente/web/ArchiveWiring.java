package entente.web;

import entente.archive.Archive;
import entente.archive.Durability;
import entente.archive.IdempotentAnswers;
import entente.archive.Place;
import entente.archive.Store;
import entente.archive.StoredScenarios;
import entente.problem.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What outlives the process. */
@Configuration(proxyBeanMethods = false)
class ArchiveWiring {

    /**
     * @param place a folder, or the address of a PostgreSQL
     * @param user of the PostgreSQL
     * @param password of the PostgreSQL; better in a file
     * @param passwordFile whose first line is the password
     * @param durability what an acknowledged entry of the embedded database outlives
     * @param retention age at which kept assessments are deleted, at least 2 days; null keeps all
     * @param compactionInterval pause between two compactions of the embedded database, at least 1 ms
     */
    @ConfigurationProperties("entente.archive")
    record ArchiveSettings(
            String place,
            Optional<String> user,
            Optional<String> password,
            // A text: a path that may be absent cannot be bound.
            Optional<String> passwordFile,
            @DefaultValue("process") Durability durability,
            @Nullable Duration retention,
            @DefaultValue("10s") Duration compactionInterval) {

        ArchiveSettings {
            if (retention != null && retention.compareTo(Archive.MIN_RETENTION) < 0) {
                throw new IllegalArgumentException("The setting entente.archive.retention is " + retention
                        + "; it is at least " + Archive.MIN_RETENTION + ".");
            }
            if (compactionInterval.toMillis() < 1) {
                throw new IllegalArgumentException("The setting entente.archive.compaction-interval is "
                        + compactionInterval + "; it is at least 1ms.");
            }
        }

        /** Without the password, which a record would print. */
        @Override
        public String toString() {
            return "ArchiveSettings[" + place + "]";
        }

        Optional<String> secret() {
            return passwordFile.map(ArchiveSettings::firstLine).or(() -> password);
        }

        private static String firstLine(String file) {
            try {
                return Files.readString(Path.of(file)).lines().findFirst().orElse("");
            } catch (IOException unreadable) {
                throw new StartRefused(78, "entente.archive.password-file cannot be read: " + file + ".");
            }
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "close")
    Store store(ArchiveSettings settings) {
        return Store.open(Place.of(settings.place(), settings.user(), settings.secret()), settings.durability());
    }

    @Bean
    Archive archive(Store store, InstantSource clock) {
        return new Archive(store, clock);
    }

    @Bean
    IdempotentAnswers idempotentAnswers(Store store, InstantSource clock) {
        return new IdempotentAnswers(store, clock);
    }

    @Bean
    StoredScenarios storedScenarios(Store store, InstantSource clock) {
        return new StoredScenarios(store, clock);
    }
}
