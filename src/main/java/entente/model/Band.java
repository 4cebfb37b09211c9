package entente.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * The seven bands of ICD 203, and below them one of this project for rare events, with the IPCC's word for 0 to 1 percent. A
 * band includes its lower end and excludes its upper end; the last band includes all above it.
 */
@Getter
@RequiredArgsConstructor
public enum Band {
    BELOW_ONE_PERCENT(0, 1, "exceptionally unlikely"),
    ALMOST_NO_CHANCE(1, 5, "almost no chance"),
    VERY_UNLIKELY(5, 20, "very unlikely"),
    UNLIKELY(20, 45, "unlikely"),
    ROUGHLY_EVEN(45, 55, "roughly even"),
    LIKELY(55, 80, "likely"),
    VERY_LIKELY(80, 95, "very likely"),
    ALMOST_CERTAIN(95, 99, "almost certain");

    /** Lower end in percent. */
    private final int from;
    /** Upper end in percent. */
    private final int to;

    private final String term;

    /** The band of this name or term, in any letter case, with blanks, hyphens or underscores between its words. */
    public static Optional<Band> named(String written) {
        String name = constant(written.strip());
        return Arrays.stream(values())
                .filter(band -> band.name().equals(name) || constant(band.term).equals(name))
                .findFirst();
    }

    private static String constant(String words) {
        return words.replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    /** The names in lower case, as messages list them. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(band -> band.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The spellings that schemas list: each name in both letter cases, and each term with blanks and with hyphens. */
    public static List<String> spellings() {
        return Arrays.stream(values())
                .flatMap(band -> Stream.of(
                        band.name(), band.name().toLowerCase(Locale.ROOT), band.term, band.term.replace(' ', '-')))
                .distinct()
                .toList();
    }
}
