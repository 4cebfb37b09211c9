package entente.report.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.MeasureText;
import entente.report.wording.VerdictSentences;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same facts under the rival rule book, and which indicators change how far the two accounts differ. */
final class RivalText {

    private static final int MOST_INDICATORS = 2;

    /** A reading as the rule book introduces it: who, in which folder, says what. */
    private static final Pattern OTHER = Pattern.compile("(.+?), in rules/[^,]+, (.+)\\.");

    private RivalText() {}

    /** What it assumes and how likely the event would be; nothing where its rules read nothing that is rated. */
    static Optional<String> verdict(RuleBookContrast contrast, BriefingBasis basis) {
        Assessment rival = contrast.second();
        String own = basis.article().cited();
        String would = new VerdictSentences(rival, basis.scale()).conditional() + ".";
        return rival.confidence().known() == 0
                ? Optional.empty()
                : Optional.of(basis.assessment()
                        .otherReading()
                        .map(other -> isRecent(basis.assessment().scenario())
                                ? assumption(own, other) + "; if that holds, " + would
                                : rules(own, other) + ", " + would)
                        .orElse("By the rules of the other account " + would));
    }

    /** Whether what it says of the two can be true in the scenario. */
    private static boolean isRecent(Scenario scenario) {
        return !Supposition.of(scenario) && !Tense.of(scenario).past();
    }

    private static String rules(String own, String other) {
        Matcher parts = OTHER.matcher(other);
        return "This estimate follows the argument of " + own
                + ", with weights of this project; by the rules of another account"
                + (parts.matches() ? ", " + parts.group(1) : "");
    }

    private static String assumption(String own, String other) {
        Matcher parts = OTHER.matcher(other);
        return parts.matches()
                ? "This estimate follows the argument of " + own + ", with weights of this project; another account, "
                        + parts.group(1) + " on recent years, " + parts.group(2)
                : other.replaceFirst("\\.$", "");
    }

    static List<String> apart(RuleBookContrast contrast, Assessment assessment) {
        List<String> apart = contrast.discriminators().stream()
                .limit(MOST_INDICATORS)
                .map(one -> "“" + one.indicator().shortLabel() + "” (" + reading(one.indicator(), assessment) + ")")
                .toList();
        return apart.isEmpty()
                ? List.of()
                : List.of(
                        apart.size() == 1
                                ? "Only the reading of " + apart.get(0)
                                        + " changes the difference between the two accounts."
                                : "Among the indicators whose readings change the difference between the two accounts most are "
                                        + String.join(" and ", apart) + ".");
    }

    private static String reading(Indicator indicator, Assessment assessment) {
        String when = Tense.of(assessment.scenario()).past()
                ? assessment
                        .scenario()
                        .asOf()
                        .map(date -> "in " + date.getYear() + " ")
                        .orElse("")
                : "now ";
        MeasureText measure = new MeasureText(indicator);
        Reading reading = assessment.scenario().reading(indicator.id());
        return reading.range().map(range -> when + measure.reading(reading)).orElse("unrated");
    }
}
