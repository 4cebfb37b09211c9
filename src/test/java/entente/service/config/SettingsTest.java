package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings that the code binds. */
public class SettingsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(entente\\.[a-z.-]+)` \\|");

    /** Every documented setting exists, and every setting is documented. */
    @Test
    void settingsTableMatchesTheCode() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "service.md"));
        List<String> documented =
                ROW.matcher(page).results().map(row -> row.group(1)).sorted().toList();
        assertThat(documented).containsExactlyElementsOf(names());
    }

    /** The full names of all settings, such as {@code entente.limits.heavy-queue-capacity}. */
    private static SortedSet<String> names() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("entente").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(SettingsCheck::settings)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All settings as names of environment variables. */
    public static SortedSet<String> asVariables() {
        return names().stream()
                .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
