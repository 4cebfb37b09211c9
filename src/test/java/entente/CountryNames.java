package entente;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names of countries, their adjectives and their capitals in a text. */
final class CountryNames {

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

    private CountryNames() {}

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
    static List<String> in(String text) {
        String words = text.replace("US_ASCII", "").replace('_', ' ');
        return NAMES.matcher(words).results().map(MatchResult::group).toList();
    }
}
