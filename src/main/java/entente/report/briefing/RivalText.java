package entente.report.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.model.assessment.Assessment;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The same facts under the rival rule book, and which indicators tell the two readings apart. */
final class RivalText {

    private static final int MOST_INDICATORS = 2;

    private RivalText() {}

    static List<String> of(RuleBookContrast contrast, BriefingBasis basis) {
        Assessment rival = contrast.second();
        List<String> sentences = new ArrayList<>();
        basis.assessment().otherReading().ifPresent(other -> sentences.add("Of recent years: " + other));
        sentences.add("On the same facts the rules of that reading conclude: “"
                + String.join(" ", AssessmentSentences.headline(rival, basis.scale()))
                        .replaceFirst("\\.$", "") + "”.");
        List<String> apart = contrast.discriminators().stream()
                .filter(one -> one.spreadTenths() > 0)
                .limit(MOST_INDICATORS)
                .map(one -> Wording.label(one.indicator()))
                .toList();
        if (!apart.isEmpty()) {
            sentences.add("What tells the two readings apart best: " + String.join("; then ", apart) + ".");
        }
        return List.copyOf(sentences);
    }
}
