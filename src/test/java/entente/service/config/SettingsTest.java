package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(entente\\.[a-z.-]+)` \\|");

    /** Every documented setting exists, and every setting is documented. */
    @Test
    void settingsTableMatchesTheCode() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "service.md"));
        List<String> documented =
                ROW.matcher(page).results().map(row -> row.group(1)).sorted().toList();
        assertThat(documented).containsExactlyElementsOf(Settings.names());
    }
}
