package entente.sidebyside;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.RuleCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Plain Drools as the product uses it: a new session for each scenario, one fact for each rated indicator; a listener reports
 * the rules that fired.
 */
final class DroolsReadings extends JavaCandidate {

    private final KieBase rules;
    private final Map<String, Integer> pointsByRule;
    private final List<List<GradedReading>> facts;

    DroolsReadings(Workload workload) {
        super(workload);
        RuleBase base = workload.base();
        pointsByRule = base.rules().stream()
                .collect(Collectors.toMap(weighted -> weighted.rule().id(), WeightedRule::points));
        rules = DroolsModel.compile(base.rules().stream()
                .map(DroolsReadings::drl)
                .collect(Collectors.joining(
                        "\n",
                        "package sidebyside\nimport entente.model.Grade\nimport entente.model.GradedReading\n",
                        "")));
        List<String> indicators = base.indicators();
        facts = Arrays.stream(workload.scenarios())
                .map(grades -> IntStream.range(0, grades.length)
                        .filter(i -> grades[i] != Grade.UNKNOWN)
                        .mapToObj(i -> new GradedReading(indicators.get(i), grades[i]))
                        .toList())
                .toList();
    }

    private static String drl(WeightedRule weighted) {
        return weighted.rule().conditions().stream()
                .map(DroolsReadings::drl)
                .collect(Collectors.joining("", "rule \"" + weighted.rule().id() + "\" when\n", "then end\n"));
    }

    private static String drl(RuleCondition condition) {
        return "  GradedReading( indicator == \"" + condition.indicator() + "\", grade "
                + condition.comparison().symbol() + " Grade." + condition.threshold() + " )\n";
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            points[s] = points(facts.get(s));
        }
    }

    private int points(List<GradedReading> readings) {
        Sum sum = new Sum();
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(sum);
            readings.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return sum.points;
    }

    private final class Sum extends DefaultAgendaEventListener {

        private int points;

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            points += pointsByRule.get(event.getMatch().getRule().getName());
        }
    }
}
