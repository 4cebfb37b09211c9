package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.briefing.CombinedBriefing.ComparedScenario;
import entente.report.briefing.CombinedBriefing.Difference;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several scenarios in one briefing: their comparison comes first, in each medium. */
class CombinedBriefingTest {

    private static final CombinedBriefing COMBINED =
            BriefingsTest.BRIEFINGS.combine(Stream.of("baseline-2018", "taiwan-war")
                    .map(Shipped::scenario)
                    .map(scenario -> Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203))
                    .toList());

    @Test
    void rowsHaveWhatTheBriefingsStateAndTheDifferenceFromTheFirst() {
        assertThat(COMBINED.comparison())
                .extracting(ComparedScenario::title)
                .containsExactlyElementsOf(
                        COMBINED.briefings().stream().map(Briefing::title).toList());
        ComparedScenario war = COMBINED.comparison().get(1);
        assertThat(plain(war.likelihood()))
                .isEqualTo(Shipped.percent(Shipped.assess("taiwan-war")) + ", roughly even (45–55 %)");
        assertThat(plain(war.interval())).matches("[\\d.]+ % to [\\d.]+ %");
        assertThat(war.relationship()).isEqualTo("operational alliance");
        assertThat(COMBINED.comparison().get(0).difference()).isEmpty();
        Difference difference = war.difference().orElseThrow();
        assertThat(difference.points()).matches("\\+\\d+");
        assertThat(difference.parts()).hasSize(2).element(0).asString().matches("\\+\\d+ Sudden, far-reaching shock");
    }

    @ParameterizedTest
    @EnumSource
    void comparisonComesBeforeTheBriefings(BriefingMedium medium) {
        byte[] bytes = medium.render(COMBINED);
        assertThat(medium.render(COMBINED)).isEqualTo(bytes);
        // Narrow columns break lines after hyphens.
        String text = plain(text(medium, bytes)).replace("- ", "-");
        String parts = String.join(
                "; ", COMBINED.comparison().get(1).difference().orElseThrow().parts());
        assertThat(text).containsOnlyOnce(plain(parts));
        int comparison = text.indexOf(plain(parts));
        for (Briefing briefing : COMBINED.briefings()) {
            assertThat(text.indexOf(plain(briefing.judgements().get(0).lead()))).isGreaterThan(comparison);
        }
    }

    @Test
    void figuresOfAPageHaveIdsOfTheirOwn() {
        assertThat(new String(BriefingMedium.HTML.render(COMBINED), StandardCharsets.UTF_8))
                .containsOnlyOnce("id=\"points-baseline-2018-title\"")
                .containsOnlyOnce("id=\"points-taiwan-war-title\"");
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replaceAll("\\s+", " ");
    }

    /** The parts of a list in JSON stand apart. */
    private static String text(BriefingMedium medium, byte[] bytes) {
        String text = Rendered.text(medium, bytes);
        return medium == BriefingMedium.JSON ? text.replaceAll("\",\\s+\"(?=[+−])", "; ") : text;
    }
}
