package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityResult;
import entente.model.LikelihoodScale;
import entente.model.rule.Rule;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the method of a briefing speaks of the rule book. */
class MethodTextTest {

    private static Stream<Rule> rules(Predicate<Rule> which) {
        return Shipped.BOOK.book().rules().stream().filter(which);
    }

    @Test
    void methodCountsInWordsAndInTheSingular() {
        BriefingWriter.Basis basis = new BriefingWriter.Basis(
                new SensitivityResult(Shipped.assess("status-quo-2025"), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Shipped.BOOK.about().article(),
                Stream.concat(
                                rules(rule -> !rule.cites().isEmpty()).limit(3),
                                rules(rule -> rule.cites().isEmpty()).limit(1))
                        .toList(),
                LikelihoodScale.ICD203,
                false,
                "");
        assertThat(BriefingWriter.method(basis).text())
                .startsWith("Of four rules three cite Paszak (2019) by section and paragraph (")
                .contains(" of them with an assumption of this project, and one is this project's own, as is");
    }
}
