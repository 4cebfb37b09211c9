package entente.sidebyside;

import entente.model.ComparisonOperator;
import entente.model.RuleCondition;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Drools written another way: one fact for the whole scenario, and consequences that add the points; a new session for each. */
final class DroolsScenarios extends JavaCandidate {

    private final KieBase rules;
    private final Tally[] facts;

    DroolsScenarios(Workload workload) {
        super(workload);
        rules = DroolsModel.compile(workload.base().rules().stream()
                .map(this::drl)
                .collect(Collectors.joining(
                        "\n",
                        "package sidebyside\nimport entente.model.Grade\nimport entente.sidebyside.Tally\n",
                        "")));
        facts = Arrays.stream(workload.scenarios()).map(Tally::new).toArray(Tally[]::new);
    }

    private String drl(WeightedRule weighted) {
        return weighted.rule().conditions().stream()
                .map(this::drl)
                .collect(Collectors.joining(
                        ", ",
                        "rule \"" + weighted.rule().id() + "\" when\n  $tally : Tally( ",
                        " )\nthen\n  $tally.add( " + weighted.points() + " );\nend\n"));
    }

    private String drl(RuleCondition condition) {
        String method = condition.comparison() == ComparisonOperator.AT_LEAST ? "atLeast" : "atMost";
        return "grade( " + workload.base().position(condition) + " )." + method + "( Grade." + condition.threshold()
                + " )";
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            facts[s].reset();
            KieSession session = rules.newKieSession();
            try {
                session.insert(facts[s]);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            points[s] = facts[s].points();
        }
    }
}
