package entente.sidebyside;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Drools DMN: one decision table with a column for each indicator that is read and a row for each rule; it collects the
 * sum of the points. A grade is a number, UNKNOWN is null, which no comparison accepts.
 */
final class DroolsDmn extends JavaCandidate {

    private static final String DECISION = "points";

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<Map<String, Object>> inputs;

    DroolsDmn(Workload workload) {
        super(workload);
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(
                        List.of(ResourceFactory.newReaderResource(new StringReader(xml(workload.base())), "UTF-8")))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
        List<String> indicators = workload.base().indicators();
        inputs = Arrays.stream(workload.scenarios())
                .map(grades -> input(indicators, grades))
                .toList();
    }

    private static Map<String, Object> input(List<String> indicators, Grade[] grades) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < grades.length; i++) {
            input.put(indicators.get(i), grades[i] == Grade.UNKNOWN ? null : BigDecimal.valueOf(grades[i].ordinal()));
        }
        return input;
    }

    private static String xml(RuleBase base) {
        List<String> indicators = base.rules().stream()
                .flatMap(weighted -> weighted.rule().indicators().stream())
                .distinct()
                .toList();
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"sidebyside\" namespace=\"sidebyside\">\n"
                + each(
                        indicators,
                        "<inputData id=\"_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"number\"/></inputData>\n")
                + "<decision id=\"_points\" name=\"" + DECISION + "\"><variable name=\"" + DECISION
                + "\" typeRef=\"number\"/>\n"
                + each(indicators, "<informationRequirement><requiredInput href=\"#_%s\"/></informationRequirement>\n")
                + "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\">\n"
                + each(
                        indicators,
                        "<input><inputExpression typeRef=\"number\"><text>%s</text></inputExpression></input>\n")
                + "<output typeRef=\"number\"/>\n"
                + base.rules().stream().map(rule -> row(rule, indicators)).collect(Collectors.joining())
                + "</decisionTable></decision></definitions>\n";
    }

    private static String each(List<String> indicators, String format) {
        return indicators.stream().map(format::formatted).collect(Collectors.joining());
    }

    private static String row(WeightedRule weighted, List<String> indicators) {
        return indicators.stream()
                .map(indicator -> "<inputEntry><text>" + entry(weighted, indicator) + "</text></inputEntry>")
                .collect(Collectors.joining(
                        "", "<rule>", "<outputEntry><text>" + weighted.points() + "</text></outputEntry></rule>\n"));
    }

    private static String entry(WeightedRule weighted, String indicator) {
        return weighted.rule().conditions().stream()
                .filter(condition -> condition.indicator().equals(indicator))
                .map(DroolsDmn::test)
                .findFirst()
                .orElse("-");
    }

    private static String test(RuleCondition condition) {
        return (condition.comparison() == ComparisonOperator.AT_LEAST ? "&gt;= " : "&lt;= ")
                + condition.threshold().ordinal();
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            DMNContext context = runtime.newContext();
            inputs.get(s).forEach(context::set);
            DMNResult result = runtime.evaluateAll(model, context);
            // The sum of no row is null.
            Object sum = result.getDecisionResultByName(DECISION).getResult();
            points[s] = sum == null ? 0 : ((BigDecimal) sum).intValueExact();
        }
    }
}
