package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Group;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.report.json.AssessmentJson;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assessments by each shipped book under random assumptions. */
@Tag("law")
class AssumptionLawTest {

    /** What differs: the input itself with its digest, and the list of what was assumed. */
    private static final List<String> INPUT = List.of("scenario", "assumptions");

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    void emphasisOfZeroEqualsDisablingTheGroupAndEachOfItsRules(LoadedRuleBook loaded) {
        Assessor assessor = new Assessor(loaded);
        List<Group> groups = loaded.book().catalogue().groups();
        Property.forAll(
                (Property.cases() + 2) / 3,
                random -> RandomWorlds.random(random, loaded.book().catalogue().indicators(), random.nextInt(3) / 4.0)
                        .withAssumptions(
                                random.nextBoolean()
                                        ? Assumptions.NONE
                                        : RandomWorlds.assumptions(random, loaded.book())),
                (scenario, random) -> {
                    Assumptions assumptions = scenario.assumptions();
                    String group = groups.get(random.nextInt(groups.size())).id();
                    Set<String> rules = loaded.book().rules().stream()
                            .filter(rule -> rule.group().equals(group))
                            .map(Rule::id)
                            .collect(Collectors.toSet());
                    TreeMap<String, Double> emphasis = new TreeMap<>(assumptions.emphasis());
                    emphasis.put(group, 0.0);
                    assertThat(result(assessor, scenario, assumptions.withEmphasis(emphasis)))
                            .as(group)
                            .isEqualTo(result(assessor, scenario, without(assumptions, Set.of(group))))
                            .isEqualTo(result(assessor, scenario, without(assumptions, rules)));
                });
    }

    private static Assumptions without(Assumptions assumptions, Set<String> more) {
        Set<String> without = new TreeSet<>(assumptions.without());
        without.addAll(more);
        return assumptions.withWithout(without);
    }

    /** The whole JSON but what states the input. */
    private static ObjectNode result(Assessor assessor, Scenario scenario, Assumptions assumptions) {
        ObjectNode whole = (ObjectNode) JsonMapper.shared()
                .readTree(AssessmentJson.DOCUMENT.line(assessor.assess(scenario.withAssumptions(assumptions))));
        whole.remove(INPUT);
        ((ObjectNode) whole.get("verdict")).remove("supposition");
        return whole;
    }
}
