package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program is about no pair of powers: their names are in rule books and scenarios only. */
class CountriesTest {

    private static final List<String> ENDINGS = List.of(".java", ".jte", ".js", ".css", ".html", ".properties", ".xml");

    /** Also words of another meaning, or names of libraries and standards. */
    private static final Set<String> AMBIGUOUS = Set.of("Chad", "Georgia", "Guernsey", "Jersey", "Jordan");

    /** What the list of the JDK lacks: short forms, former states, adjectives and capitals of the powers. */
    private static final List<String> MORE = List.of("""
            America, American, Americans, US, U.S., USA, Washington, United States, EU, Europe, European,
            Europeans, Brussels, Britain, British, UK, English Channel, London, Chinese, Sino, PRC, Beijing,
            Peking, Taipei, Taiwanese, Hong Kong, Macau, Russian, Russians, Soviet, Soviets, USSR, Moscow,
            Kremlin, Indian, Indians, Delhi, Indo, Pakistani, Islamabad, Japanese, Tokyo, Korea, Korean, Seoul,
            Pyongyang, Vietnam, Vietnamese, Hanoi, Ukrainian, Kyiv, Kiev, Kazakh, Kazakhs, Astana, Uzbek,
            Tashkent, Belarusian, Minsk, French, Paris, German, Germans, Berlin, Polish, Warsaw, Italian, Rome,
            Turkish, Ankara, Iranian, Tehran, Israeli, Jerusalem, Saudi, Riyadh, Australian, Canberra, Canadian,
            Ottawa, Mexican, Brazilian, Cuban, Syrian, Iraqi, Afghan, Kabul, Mongolian""".split(",\\s+"));

    private static final Pattern NAMES = Pattern.compile(names().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));

    @Test
    void noSourceNamesACountry() throws IOException {
        List<String> found = new ArrayList<>();
        for (String ending : ENDINGS) {
            for (Path file : Folders.allFiles(Path.of("src/main"), ending)) {
                List<String> lines = Files.readAllLines(file);
                for (int line = 0; line < lines.size(); line++) {
                    for (String name : in(lines.get(line))) {
                        found.add(file + ":" + (line + 1) + " names " + name);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesAreFoundInTextAndIdentifiers() {
        assertThat(in("A Sino-Russian pact; US_SHARE and (China's) // Kazakhstan, South Korea, Warsaw"))
                .containsExactly("Sino", "Russian", "US", "China", "Kazakhstan", "South Korea", "Warsaw");
        assertThat(in("status, used us, Georgia as a font, Jordan normal form, Romania, Chinatown"))
                .containsExactly("Romania");
    }

    private static Set<String> names() {
        Set<String> names = Stream.of(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .flatMap(name -> Stream.of(name, name.replaceAll(" \\(.*", "")))
                .filter(name -> !AMBIGUOUS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(MORE);
        return names;
    }

    /** The names in a text, in their order, also as a word of an identifier with underscores; a charset is none. */
    private static List<String> in(String text) {
        String words = text.replace("US_ASCII", "").replace('_', ' ');
        return NAMES.matcher(words).results().map(MatchResult::group).toList();
    }
}
