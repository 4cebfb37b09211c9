package entente.sidebyside;

import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.Arrays;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete: a new stateless session for each scenario, which is one fact; conditions are Java predicates. */
final class EvreteSessions extends JavaCandidate {

    private static final String FACT = "$scenario";

    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge rules;
    private final Tally[] facts;

    EvreteSessions(Workload workload) {
        super(workload);
        RuleSetBuilder<Knowledge> builder = service.newKnowledge().builder();
        for (WeightedRule weighted : workload.base().rules()) {
            LhsBuilder<Knowledge> conditions =
                    builder.newRule(weighted.rule().id()).forEach(FACT, Tally.class);
            for (RuleCondition condition : weighted.rule().conditions()) {
                conditions = conditions.where(predicate(condition), FACT + ".grades");
            }
            int points = weighted.points();
            builder = conditions.execute(context -> context.<Tally>get(FACT).add(points));
        }
        rules = builder.build();
        facts = Arrays.stream(workload.scenarios()).map(Tally::new).toArray(Tally[]::new);
    }

    private ValuesPredicate predicate(RuleCondition condition) {
        int position = workload.base().position(condition);
        return values -> condition.isMetBy(((Grade[]) values.get(0))[position]);
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            facts[s].reset();
            rules.newStatelessSession().insertAndFire(facts[s]);
            points[s] = facts[s].points();
        }
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
