package entente.report.wording;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.Optional;

/** What a scenario supposes of the world, in words: stands before its verdict in every medium. */
public final class SuppositionText {

    private SuppositionText() {}

    /** @param reading assumed, or without a value and with probabilities of its grades that no source gives */
    public record Supposed(Indicator indicator, Reading reading) {

        /** What it is taken to be. */
        public String words() {
            MeasureText measure = new MeasureText(indicator);
            return reading.range()
                    .filter(range -> !DistributionText.isWeighted(reading))
                    .map(range -> measure.explained(range.value()) + measure.within(reading))
                    .orElseGet(() -> DistributionText.of(reading).orElseThrow());
        }
    }

    /** All of it, in the order of the catalogue. */
    public static List<Supposed> of(Scenario scenario, Catalogue catalogue) {
        return catalogue.indicators().stream()
                .map(indicator -> new Supposed(indicator, scenario.reading(indicator.id())))
                .filter(supposed -> isSupposed(supposed.reading()))
                .toList();
    }

    public static List<Supposed> of(Assessment assessment) {
        return of(assessment.scenario(), assessment.catalogue());
    }

    private static boolean isSupposed(Reading reading) {
        return reading.status() == ReadingStatus.ASSUMED
                || (reading.range().isEmpty()
                        && reading.source().isEmpty()
                        && reading.distribution().isPresent());
    }

    /** The same in one sentence. */
    public static Optional<String> sentence(Scenario scenario, Catalogue catalogue) {
        String is = scenario.observed().isPresent() ? " was " : " is ";
        List<String> clauses = of(scenario, catalogue).stream()
                .map(supposed -> "“" + supposed.indicator().shortLabel() + "”" + is + supposed.words())
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of("Suppose that " + Wording.listed(clauses) + ".");
    }

    public static Optional<String> sentence(Assessment assessment) {
        return sentence(assessment.scenario(), assessment.catalogue());
    }
}
