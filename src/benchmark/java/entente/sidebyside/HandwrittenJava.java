package entente.sidebyside;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.apache.commons.io.FileUtils;

/** An if statement for each rule, generated as a programmer would write them, and compiled. */
final class HandwrittenJava extends JavaCandidate {

    /** The JVM never compiles a method of more than 8,000 bytes; a rule has up to 60. */
    private static final int RULES_IN_A_METHOD = 50;

    private final ToIntFunction<int[]> rules;
    private final int[][] scenarios;

    HandwrittenJava(Workload workload) {
        super(workload);
        rules = compile(source(workload.base()));
        scenarios = Arrays.stream(workload.scenarios())
                .map(grades -> Arrays.stream(grades).mapToInt(Grade::ordinal).toArray())
                .toArray(int[][]::new);
    }

    private static String source(RuleBase base) {
        List<WeightedRule> rules = base.rules();
        int methods = (rules.size() + RULES_IN_A_METHOD - 1) / RULES_IN_A_METHOD;
        String calls =
                IntStream.range(0, methods).mapToObj(m -> "part" + m + "(g)").collect(Collectors.joining(" + "));
        return "public final class Rules implements java.util.function.ToIntFunction<int[]> {\n"
                + "    public int applyAsInt(int[] g) {\n        return " + calls + ";\n    }\n"
                + IntStream.range(0, methods)
                        .mapToObj(m -> method(
                                base,
                                "part" + m,
                                rules.subList(
                                        m * RULES_IN_A_METHOD, Math.min(rules.size(), (m + 1) * RULES_IN_A_METHOD))))
                        .collect(Collectors.joining())
                + "}\n";
    }

    private static String method(RuleBase base, String name, List<WeightedRule> rules) {
        return rules.stream()
                .map(weighted -> "        if ("
                        + weighted.rule().conditions().stream()
                                .map(condition -> java(base, condition))
                                .collect(Collectors.joining(" && "))
                        + ") sum += " + weighted.points() + ";\n")
                .collect(Collectors.joining(
                        "",
                        "    private static int " + name + "(int[] g) {\n        int sum = 0;\n",
                        "        return sum;\n    }\n"));
    }

    /** The grade 0 is UNKNOWN. */
    private static String java(RuleBase base, RuleCondition condition) {
        String grade = "g[" + base.position(condition) + "]";
        int threshold = condition.threshold().ordinal();
        return condition.comparison() == ComparisonOperator.AT_LEAST
                ? grade + " >= " + threshold
                : grade + " >= 1 && " + grade + " <= " + threshold;
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<int[]> compile(String source) {
        try {
            Path folder = Files.createTempDirectory("rules");
            Path file = Files.writeString(folder.resolve("Rules.java"), source);
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString()) != 0) {
                throw new IllegalStateException("the generated source does not compile");
            }
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
                return (ToIntFunction<int[]>)
                        loader.loadClass("Rules").getDeclaredConstructor().newInstance();
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            points[s] = rules.applyAsInt(scenarios[s]);
        }
    }
}
