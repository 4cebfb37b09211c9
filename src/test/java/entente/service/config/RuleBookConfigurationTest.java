package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.archive.Durability;
import entente.service.config.ArchiveConfiguration.ArchiveSettings;
import entente.service.config.RuleBookConfiguration.RuleBookFolders;
import entente.service.problem.StartupException;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.BookFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** The service starts only with a valid rule book and valid limits. */
class RuleBookConfigurationTest {

    @TempDir
    private Path temp;

    @Test
    void startupReportsEveryRuleBookFault() throws Exception {
        Path rules = Files.createDirectory(temp.resolve("book"));
        BookFolder.small(rules).overlay("several-faults");
        RuleBookFolders folders = new RuleBookFolders(
                rules.toString(), temp.toString(), temp.resolve("cache").toString());
        WatchSettings settings = new WatchSettings(Duration.ofDays(1), Duration.ZERO, false);
        try (EvaluationExecutor evaluations = new EvaluationExecutor(limits(), () -> {})) {
            StartupException refused = catchThrowableOfType(
                    StartupException.class,
                    () -> new RuleBookConfiguration().ruleBookWatcher(folders, settings, evaluations));
            assertThat(refused.getExitCode()).isEqualTo(78);
            String[] lines = refused.sentence().split("\n", -1);
            String[] expected = Files.readString(
                            BookFolder.BOOKS.resolve("several-faults").resolve("expected.txt"))
                    .split("\n");
            assertThat(lines).hasSize(expected.length + 1);
            for (int i = 0; i < expected.length; i++) {
                String[] words = expected[i].split(" ", 3);
                assertThat(lines[i]).isEqualTo(words[0] + ": " + words[2] + " [" + words[1] + "]");
            }
            assertThat(lines[expected.length]).isEqualTo("The rule book is invalid; the service does not start.");
        }
    }

    /** Folders of these names exist on the class path too. */
    @Test
    void relativeFoldersResolveAgainstTheWorkingDirectory() {
        Map<String, String> set =
                Map.of("entente.rules", "rules", "entente.scenarios", "scenarios", "entente.cache", "target");
        RuleBookFolders folders = new Binder(new MapConfigurationPropertySource(set))
                .bind("entente", RuleBookFolders.class)
                .get();
        assertThat(Path.of(folders.scenarios())).isEqualTo(Path.of("scenarios"));
        assertThat(Path.of(folders.rules())).isEqualTo(Path.of("rules"));
    }

    @Test
    void unsetLimitsUseTheDefaults() {
        int threads = Runtime.getRuntime().availableProcessors();
        assertThat(limits())
                .isEqualTo(new EvaluationLimits(
                        threads, 16 * threads, 8 * threads, Duration.ofSeconds(2), Duration.ofSeconds(10)));
    }

    private static EvaluationLimits limits() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("entente.limits", EvaluationLimits.class);
    }

    @Test
    void passwordIsTheFirstLineOfItsFileAndIsNotShown() throws Exception {
        Path file = Files.writeString(temp.resolve("password"), "from the file\nand no more\n");
        ArchiveSettings settings = archive(Optional.of(file.toString()));
        assertThat(settings.secret()).contains("from the file");
        assertThat(archive(Optional.empty()).secret()).contains("given openly");
        assertThat(settings.toString()).doesNotContain("given openly", "from the file");
    }

    @Test
    void unreadablePasswordFilePreventsStartup() {
        ArchiveSettings settings = archive(Optional.of(temp.resolve("none").toString()));
        StartupException refused = catchThrowableOfType(StartupException.class, settings::secret);
        assertThat(refused.getExitCode()).isEqualTo(78);
        assertThat(refused.sentence()).contains("entente.archive.password-file").doesNotContain("given openly");
    }

    private static ArchiveSettings archive(Optional<String> passwordFile) {
        return new ArchiveSettings(
                "postgresql://db/x",
                Optional.of("anna"),
                Optional.of("given openly"),
                passwordFile,
                Durability.PROCESS,
                null,
                Duration.ofSeconds(10),
                DataSize.ofGigabytes(1),
                Optional.empty());
    }
}
