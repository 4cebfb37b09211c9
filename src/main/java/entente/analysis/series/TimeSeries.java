package entente.analysis.series;

import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.model.assessment.Assessment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assessments over time under one rule book.
 *
 * @param steps by date, then by id; each but the first is compared with the one before
 * @param alternatives variants of one parent at the last date, most likely first; each is compared with the last step
 */
public record TimeSeries(List<Step> steps, List<Step> alternatives) {

    public TimeSeries {
        steps = List.copyOf(steps);
        alternatives = List.copyOf(alternatives);
    }

    /** @param change from the assessment that it is compared with; empty if there is none before it */
    public record Step(Assessment assessment, Optional<ScenarioContrast> change) {

        /** The date of the scenario; every scenario of a series has one. */
        public LocalDate date() {
            return assessment.scenario().asOf().orElseThrow();
        }

        /** The shares of the change, largest first; together they are the change. Those that round to 0 are left out. */
        public List<Share> shares() {
            return change.stream()
                    .flatMap(contrast -> contrast.attribution().shares().stream())
                    .flatMap(half -> half.parts().stream())
                    .filter(share -> share.rounded() != 0)
                    .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                    .toList();
        }
    }

    /** Every assessment, the alternatives last. */
    public List<Step> all() {
        return Stream.concat(steps.stream(), alternatives.stream()).toList();
    }
}
