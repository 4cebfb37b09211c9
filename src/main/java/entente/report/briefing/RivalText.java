package entente.report.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same facts under the rival rule book, and which indicators tell the two readings apart. */
final class RivalText {

    private static final int MOST_INDICATORS = 2;

    /** A reading as the rule book introduces it: who, in which folder, says what. */
    private static final Pattern OTHER = Pattern.compile("(.+?), in rules/[^,]+, (.+)\\.");

    private RivalText() {}

    /** What it assumes and how likely the event would be; nothing where its rules read nothing that is rated. */
    static Optional<String> verdict(RuleBookContrast contrast, BriefingBasis basis) {
        Assessment rival = contrast.second();
        String would = "it " + new LikelihoodClause(basis.scale()).conditional(rival.verdict()) + ".";
        return rival.confidence().known() == 0
                ? Optional.empty()
                : Optional.of(basis.assessment()
                        .otherReading()
                        .map(other -> isRecent(basis.assessment().scenario())
                                ? assumption(other) + "; if that holds, " + would
                                : rules(other) + ", " + would)
                        .orElse("By the rules of the other reading " + would));
    }

    /** Whether what it says of the two can be true in the scenario. */
    private static boolean isRecent(Scenario scenario) {
        return !Supposition.of(scenario) && !Tense.of(scenario).past();
    }

    private static String rules(String other) {
        Matcher parts = OTHER.matcher(other);
        return "By the rules of another reading" + (parts.matches() ? ", " + parts.group(1) + " on recent years" : "");
    }

    private static String assumption(String other) {
        Matcher parts = OTHER.matcher(other);
        return parts.matches()
                ? "Another reading, " + parts.group(1) + " on recent years, " + parts.group(2)
                : other.replaceFirst("\\.$", "");
    }

    static List<String> apart(RuleBookContrast contrast) {
        List<String> apart = contrast.discriminators().stream()
                .filter(one -> one.spreadTenths() > 0)
                .limit(MOST_INDICATORS)
                .map(one -> "“" + one.indicator().shortLabel() + "”")
                .toList();
        return apart.isEmpty()
                ? List.of()
                : List.of("Which of the two accounts fits better shows best in " + String.join(", then in ", apart)
                        + ".");
    }
}
