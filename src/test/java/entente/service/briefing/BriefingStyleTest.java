package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.BookFolder;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Briefings that the rules of style refuse. */
class BriefingStyleTest {

    @TempDir
    private Path folder;

    @Test
    @Tag("thorough")
    void claimThatHedgesIsAProblemThatQuotesIt() throws Exception {
        BookFolder hedging = BookFolder.copy(Shipped.RULES, folder.resolve("rules"))
                .replace("us_reaction.drl", "Washington would be expected to treat", "Washington may treat");
        LoadedRuleBook book = RuleBooks.open(hedging.folder(), folder.resolve("cache"));
        Request request = Request.first(BriefingScenario.of(Shipped.scenario("baseline-2018")), LikelihoodScale.ICD203);
        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> BriefingStyle.checked(() -> new Briefings(book, Optional.empty()).write(request)));
        assertThat(problem.type()).isEqualTo(ProblemType.RULE_BOOK_STYLE);
        assertThat(problem.detail()).contains("a hedge \"may\"", "Washington may treat an alliance as hostile");
    }
}
