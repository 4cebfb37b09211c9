package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.testkit.JsonSchemas;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorationSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("exploration");

    @Test
    void explorationsOfRandomScenariosConformToSchema() {
        Exploration exploration = new Exploration(Shipped.ASSESSOR);
        Property.forAll(Math.max(1, Property.cases() / 200), RandomWorlds::any, (scenario, random) -> {
            ExplorationQuestion question = new ExplorationQuestion(
                    scenario,
                    Map.of(),
                    random.nextBoolean(),
                    Optional.of(new Discover(Band.values()[random.nextInt(7)], Set.of())));
            assertThat(SCHEMA.problems(ExplorationJson.DOCUMENT.pretty(exploration.explore(question))))
                    .filteredOn(problem -> !problem.contains("scenarioSha256"))
                    .isEmpty();
        });
    }
}
