package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.Statement;
import entente.model.Band;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.scoring.GradedScenario;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is new against the last edition.
 *
 * @param before the scenario of that edition; empty if it does not fit the present rules
 */
record EditionChange(Edition last, Optional<Scenario> before, Statement statement, Scenario now, RuleBook book) {

    boolean meets(PublishingOptions options) {
        return (!options.ifChanged() || isChange())
                && options.ifCrosses().map(this::crosses).orElse(true);
    }

    private boolean isChange() {
        return statement.differsFrom(last.statement())
                || !book.sha256().equals(last.provenance().rulesSha256())
                || before.map(then -> !Arrays.equals(grades(then), grades(now))).orElse(true);
    }

    private Object[] grades(Scenario scenario) {
        return GradedScenario.of(scenario, book.catalogue()).grades();
    }

    private boolean crosses(Band band) {
        return reaches(band, statement.likelihood())
                != reaches(band, last.statement().likelihood());
    }

    /** A band includes its lower limit. */
    private static boolean reaches(Band band, Percent likelihood) {
        return likelihood.tenths() >= band.from() * 10;
    }
}
