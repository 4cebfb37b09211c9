package entente.report.briefing;

import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.MeasureText;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Scenarios of what would be, as opposed to records of what is or was, and what they assume. */
final class Supposition {

    private Supposition() {}

    /**
     * Whether a scenario changes another one other than from sources, or assumes readings of a time whose outcome
     * nobody has observed.
     */
    static boolean of(Scenario scenario) {
        return (scenario.base().isPresent() || scenario.observed().isEmpty())
                && (!scenario.assumptions().equals(Assumptions.NONE)
                        || scenario.readings().values().stream().anyMatch(Supposition::assumed));
    }

    private static boolean assumed(Reading reading) {
        return reading.status() == ReadingStatus.ASSUMED || reading.supposedUnknown();
    }

    /**
     * What happens, then changes of the rule book and the assumed readings with those that they replace.
     *
     * @param all whether these are listed, although they stand before the verdict as well
     */
    static List<String> list(Assessment assessment, boolean all) {
        Scenario scenario = assessment.scenario();
        List<String> sentences = new ArrayList<>();
        if (of(scenario) && !scenario.narrative().equals(scenario.base().flatMap(Scenario::narrative))) {
            scenario.narrative().map(Wording::sentence).ifPresent(sentences::add);
        }
        if (!all) {
            return List.copyOf(sentences);
        }
        sentences.addAll(SuppositionText.changes(assessment));
        for (Indicator indicator : assessment.catalogue().indicators()) {
            Reading reading = scenario.reading(indicator.id());
            if (assumed(reading)) {
                MeasureText measure = new MeasureText(indicator);
                String value = measure.reading(reading) + measure.span(reading);
                String before = scenario.base()
                        .map(base -> base.reading(indicator.id()).range())
                        .map(range ->
                                range.map(span -> measure.quoted(span.value())).orElse("unrated"))
                        .filter(old -> !old.equals(value))
                        .map(old -> ", instead of " + old)
                        .orElse("");
                sentences.add(Wording.sentence(indicator.shortLabel() + ": " + value + before));
            }
        }
        return List.copyOf(sentences);
    }
}
