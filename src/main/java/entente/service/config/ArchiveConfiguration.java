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
import entente.service.problem.StartupException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** The archive and its tables. */
@Configuration(proxyBeanMethods = false)
@Import({Archive.class, IdempotentResponses.class, JobTable.class, StoredScenarios.class})
class ArchiveConfiguration {

    /**
     * @param url a folder, or the URL of a PostgreSQL
     * @param user of the PostgreSQL
     * @param password of the PostgreSQL; prefer a file
     * @param passwordFile whose first line is the password
     * @param durability what acknowledged entries of the embedded database survive
     * @param retention age at which assessments, workshops and replaced versions of scenarios are deleted, at least 2
     *     days; null for never
     * @param compactionInterval pause between two compactions of the embedded database, at least 1 ms
     * @param quota what one caller stores within a day
     * @param editions folder of editions; by default {@code editions} in that of the embedded database
     */
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
                .or(() -> DatabaseUrl.of(settings.url(), settings.user(), settings.secret())
                        .folder()
                        .map(archive -> archive.resolve("editions")))
                .orElse(beside);
        return new EditionArchive(folder);
    }

    @Bean(destroyMethod = "close")
    Database store(ArchiveSettings settings, InstantSource clock) {
        Database database = Database.open(
                DatabaseUrl.of(settings.url(), settings.user(), settings.secret()), settings.durability());
        database.limit(new CallerQuota(settings.quota().toBytes(), clock));
        return database;
    }
}
