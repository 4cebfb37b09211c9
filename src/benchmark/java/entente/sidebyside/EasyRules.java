package entente.sidebyside;

import entente.model.RuleCondition;
import java.util.Arrays;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: a rule of two lambdas for each claim; the scenario is one fact, as the engine searches its facts one by one. */
final class EasyRules extends JavaCandidate {

    private static final String FACT = "scenario";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private final Tally[] tallies;
    private final List<Facts> facts;

    EasyRules(Workload workload) {
        super(workload);
        workload.base().rules().forEach(weighted -> rules.register(rule(weighted)));
        tallies = Arrays.stream(workload.scenarios()).map(Tally::new).toArray(Tally[]::new);
        facts = Arrays.stream(tallies)
                .map(tally -> {
                    Facts one = new Facts();
                    one.put(FACT, tally);
                    return one;
                })
                .toList();
    }

    private Rule rule(WeightedRule weighted) {
        RuleCondition[] conditions = weighted.rule().conditions().toArray(RuleCondition[]::new);
        int[] positions =
                Arrays.stream(conditions).mapToInt(workload.base()::position).toArray();
        int points = weighted.points();
        return new RuleBuilder()
                .name(weighted.rule().id())
                .when(scenario -> hold(conditions, positions, scenario.get(FACT)))
                .then(scenario -> scenario.<Tally>get(FACT).add(points))
                .build();
    }

    private static boolean hold(RuleCondition[] conditions, int[] positions, Tally tally) {
        for (int c = 0; c < conditions.length; c++) {
            if (!conditions[c].isMetBy(tally.grade(positions[c]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            tallies[s].reset();
            engine.fire(rules, facts.get(s));
            points[s] = tallies[s].points();
        }
    }
}
