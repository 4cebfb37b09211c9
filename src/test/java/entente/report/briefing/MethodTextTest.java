package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityResult;
import entente.model.LikelihoodScale;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the method of a briefing speaks of the rule book. */
class MethodTextTest {

    @Test
    void methodCountsInWordsAndInTheSingular() {
        BriefingBasis basis = new BriefingBasis(
                new SensitivityResult(Shipped.assess("status-quo-2025"), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Shipped.BOOK.about().article(),
                4,
                3,
                LikelihoodScale.ICD203,
                false,
                "");
        assertThat(MethodText.of(basis).text())
                .startsWith("Of four rules three encode Paszak (2019), ")
                .contains(", and one is this project's own.");
    }
}
