package entente.rulebook.shipped;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that only the first pair of powers has; a text on another pair contains none of them. */
public final class FirstPair {

    private static final Pattern NAMES = Pattern.compile("Sino-\\w+|China and Russia|Russia and China|Chinese-Russian"
            + "|Soviet Union|Central Asia\\w*|Western \\w+|the West\\b|Paszak|Korolev|export share|treaty of friendship"
            + "|status-quo-2025|baseline-2018");

    private FirstPair() {}

    public static List<String> namesIn(String text) {
        return NAMES.matcher(text.replaceAll("[\\s\u00A0]+", " "))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
