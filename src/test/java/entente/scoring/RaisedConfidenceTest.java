package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Reading;
import entente.model.Reading.SourceGrade;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.report.wording.VerdictSentences;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The indicators reported to raise confidence are sufficient and necessary. */
class RaisedConfidenceTest {

    private static final int CASES = Math.min(Property.cases(), 1000);

    private static final String DATED = " as of the scenario's date";

    /** Readings keep their values; unknown ones take a value that keeps the verdict, if there is one. */
    @Test
    void namedReadingsRaiseTheLevelAndFewerDoNot() {
        Set<ConfidenceLevel> raised = new TreeSet<>();
        Property.forAll(CASES, RandomWorlds::any, (scenario, random) -> {
            Assessment before = Shipped.ASSESSOR.assess(scenario);
            List<String> named = before.confidence().raisedBy();
            if (named.isEmpty()
                    || named.stream().anyMatch(id -> scenario.reading(id).status() == ReadingStatus.UNKNOWN)) {
                return;
            }
            raised.add(before.confidence().level());
            String sentence = VerdictSentences.confidence(before);
            String source = named.size() == 1 ? " A source" : " Sources";
            assertThat(sentence)
                    .contains(source + " graded A1" + (sentence.contains(DATED) ? DATED : "") + " for “")
                    .contains(" would raise it to ");
            assertThat(level(graded(scenario, named, sentence.contains(DATED))))
                    .as(sentence)
                    .isGreaterThan(before.confidence().level());
            assertThat(level(withBestSources(scenario, named)))
                    .as("%s", named)
                    .isGreaterThan(before.confidence().level());
            if (named.size() > 1) {
                named.forEach(id -> {
                    List<String> fewer =
                            named.stream().filter(other -> !other.equals(id)).toList();
                    assertThat(level(withBestSources(scenario, fewer)))
                            .as("%s without %s", named, id)
                            .isEqualTo(before.confidence().level());
                });
            }
        });
        assertThat(raised).as("levels that were raised").contains(ConfidenceLevel.LOW);
    }

    @Test
    void intervalAndHorizonBoundTheLevel() {
        Property.forAll(CASES, RandomWorlds::any, (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            Confidence confidence = assessment.confidence();
            if (assessment.verdict().interval().bands().size() > 2) {
                assertThat(confidence.level()).isEqualTo(ConfidenceLevel.LOW);
                assertThat(VerdictSentences.confidence(assessment))
                        .endsWith(" With an interval over more than two bands, confidence is never higher.");
            }
            assertThat(confidence.maximumLevel())
                    .isEqualTo(scenario.horizonYears() > 2 ? ConfidenceLevel.MODERATE : ConfidenceLevel.HIGH);
            assertThat(confidence.level()).isLessThanOrEqualTo(confidence.maximumLevel());
            if (confidence.level() == confidence.maximumLevel()) {
                assertThat(confidence.raisedBy()).isEmpty();
            }
        });
    }

    @Test
    void choosesFewestIndicatorsIfOnePartIsBelowThreshold() {
        ConfidenceFormula.Parts parts = new ConfidenceFormula.Parts(
                new double[] {1, 5, 2, 2}, List.of(new double[] {0, 0.6, 0, 1}, new double[] {1, 1, 1, 1}));
        assertThat(parts.mean(0)).isEqualTo(0.5);
        assertThat(parts.raisedBy(0.6, any -> true)).containsExactly(1);
        assertThat(parts.raisedBy(0.7, any -> true)).as("on the threshold").containsExactly(1);
        assertThat(parts.raisedBy(0.701, any -> true)).containsExactly(1, 2);
        assertThat(parts.raisedBy(1.0, any -> true)).containsExactly(1, 2, 0);
        assertThat(parts.raisedBy(1.1, any -> true)).isEmpty();
        assertThat(parts.raisedBy(0.5, any -> true)).isEmpty();
    }

    private static ConfidenceLevel level(Scenario scenario) {
        return Shipped.ASSESSOR.assess(scenario).confidence().level();
    }

    private static Scenario withBestSources(Scenario scenario, List<String> ids) {
        return graded(scenario, ids, true);
    }

    private static Scenario graded(Scenario scenario, List<String> ids, boolean dated) {
        Scenario changed = scenario;
        for (String id : ids) {
            Reading old = scenario.reading(id);
            changed = RandomWorlds.with(
                    changed,
                    old.withStatus(ReadingStatus.KNOWN)
                            .withGrade(Optional.of(new SourceGrade("A", "1")))
                            .withAsOf(dated ? scenario.asOf() : old.asOf()));
        }
        return changed;
    }
}
