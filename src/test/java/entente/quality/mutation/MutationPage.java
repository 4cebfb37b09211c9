package entente.quality.mutation;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scores in the documentation, with the version of the rule book that they were measured on. */
final class MutationPage {

    static final Path FILE = Path.of("src", "docs", "rulebook-quality.md");

    private static final Pattern SCORES =
            Pattern.compile("The last full run was of rule book (\\S+?)( \\(now \\S+\\))?:\n\n(?:\\|.*\n)+");

    private MutationPage() {}

    /** The page with the scores of a full run. */
    static String with(String page, String version, List<Fate> fates) {
        scores(page);
        String scores = "The last full run was of rule book " + version + ":\n\n" + MutationReport.scores(fates);
        return SCORES.matcher(page).replaceFirst(Matcher.quoteReplacement(scores));
    }

    /** The scores of this page, as measured, with the present version where that is another. */
    static String with(String page, String version) {
        MatchResult scores = scores(page);
        String now = scores.group(1).equals(version) ? "" : " (now " + version + ")";
        int end = scores.group(2) == null ? scores.end(1) : scores.end(2);
        return page.substring(0, scores.end(1)) + now + page.substring(end);
    }

    private static MatchResult scores(String page) {
        return SCORES.matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(FILE + " does not say which rule book its scores are of"));
    }
}
