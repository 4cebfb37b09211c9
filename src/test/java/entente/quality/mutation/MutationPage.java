package entente.quality.mutation;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scores in the documentation, with the version of the rule book that they were measured on. */
final class MutationPage {

    static final Path FILE = Path.of("src", "docs", "rulebook-quality.md");

    private static final Pattern SCORES = Pattern.compile("The last full run was of rule book \\S+:\n\n(?:\\|.*\n)+");

    private MutationPage() {}

    /** The page with the scores of a full run. */
    static String with(String page, String version, List<Fate> fates) {
        Matcher scores = SCORES.matcher(page);
        if (!scores.find()) {
            throw new AssertionError(FILE + " does not say which rule book its scores are of");
        }
        return scores.replaceFirst(Matcher.quoteReplacement(
                "The last full run was of rule book " + version + ":\n\n" + MutationReport.scores(fates)));
    }
}
