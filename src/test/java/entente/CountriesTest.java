package entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program is about no pair of powers: their names are in rule books and scenarios only. */
class CountriesTest {

    private static final List<String> ENDINGS = List.of(".java", ".jte", ".js", ".css", ".html", ".properties", ".xml");

    @Test
    void noSourceNamesACountry() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(CountriesTest::isSource).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int line = 0; line < lines.size(); line++) {
                    for (String name : CountryNames.in(lines.get(line))) {
                        found.add(file + ":" + (line + 1) + " names " + name);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesAreFoundInTextAndIdentifiers() {
        assertThat(CountryNames.in("A Sino-Russian pact; US_SHARE and (China's) // Kazakhstan, South Korea, Warsaw"))
                .containsExactly("Sino", "Russian", "US", "China", "Kazakhstan", "South Korea", "Warsaw");
        assertThat(CountryNames.in("status, used us, Georgia as a font, Jordan normal form, Romania, Chinatown"))
                .containsExactly("Romania");
    }

    private static boolean isSource(Path file) {
        return ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }
}
