package entente.benchmark;

import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.scoring.ScoringModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/**
 * Writes a book as a programmer would by hand for speed: one {@code if} per rule with the numbers in it, one method per
 * group, no explanation. Compiled when the benchmark starts.
 */
final class StraightLineJava {

    private static final int LIMIT = Integer.MAX_VALUE / 2;

    private final ScoringModel model;
    private final int base;

    private StraightLineJava(ScoringModel model, Points base) {
        this.model = model;
        this.base = base.hundredths();
    }

    static StraightLineEvaluator compile(ScoringModel model, Points base) {
        try {
            Path folder = Files.createTempDirectory("straight-line");
            Path file = folder.resolve("StraightLine.java");
            Files.writeString(file, new StraightLineJava(model, base).source());
            String classPath = System.getProperty("java.class.path");
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), file.toString());
            if (failed != 0) {
                throw new IllegalStateException("the source is invalid: " + file);
            }
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, StraightLineJava.class.getClassLoader());
            return (StraightLineEvaluator)
                    loader.loadClass("StraightLine").getDeclaredConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String source() {
        List<Rule> rules = model.rules();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int r = 0; r < rules.size(); r++) {
            groups.computeIfAbsent(rules.get(r).group(), unused -> new ArrayList<>())
                    .add(r);
        }
        List<String> calls = new ArrayList<>();
        StringBuilder methods = new StringBuilder();
        groups.forEach((group, members) -> {
            calls.add(group + "(g);");
            methods.append("private void %s(byte[] g) {\n%s}\n"
                    .formatted(group, members.stream().map(this::claim).collect(Collectors.joining())));
        });
        return """
                public final class StraightLine extends entente.benchmark.StraightLineEvaluator {
                private int alliance; private boolean switchOpen, incident, pledged; private int highest;
                %s
                %s
                public void evaluate(byte[] g) {
                  alliance = %d; partnership = 0; highest = -1; switchOpen = false; incident = false; pledged = false;
                  overrides(g);
                  %s
                  int p = alliance;
                  %s
                  points = p;
                  tenths = percent(p);
                  int floor = %s;
                  boolean binding = pledged && floor >= %d;
                  boolean operational = binding && tenths >= %s || switchOpen && floor == %d && tenths >= %s;
                  int state = operational ? %d : binding ? %d : floor;
                  relationship = incident && state > %d ? %d : state;
                }
                %s}
                """.formatted(
                        overrideFields(),
                        overrides(),
                        base,
                        String.join(" ", calls),
                        ceilings(),
                        floors(),
                        Relationship.STRATEGIC_PARTNERSHIP.ordinal(),
                        model.book().relationship().withPact().value() * 10,
                        Relationship.INFORMAL_ALLIANCE.ordinal(),
                        model.book().relationship().withSwitch().value() * 10,
                        Relationship.OPERATIONAL_ALLIANCE.ordinal(),
                        Relationship.FORMAL_ALLIANCE.ordinal(),
                        Relationship.WEAKENING.ordinal(),
                        Relationship.WEAKENING.ordinal(),
                        methods);
    }

    private IntStream overriding() {
        return IntStream.range(0, model.rules().size())
                .filter(r -> !model.rules().get(r).overrides().isEmpty());
    }

    private String overrideFields() {
        return overriding().mapToObj(r -> "private boolean o" + r + ";").collect(Collectors.joining(" "));
    }

    private String overrides() {
        return "private void overrides(byte[] g) {\n"
                + overriding()
                        .mapToObj(r -> "o%d = %s;\n".formatted(r, condition(r)))
                        .collect(Collectors.joining())
                + "}";
    }

    private String claim(int rule) {
        if (!model.rules().get(rule).overrides().isEmpty()) {
            return "";
        }
        String silenced = overriding()
                .filter(o -> model.overrides(o, rule))
                .mapToObj(o -> " && !o" + o)
                .collect(Collectors.joining());
        String effect = model.rules()
                .get(rule)
                .ceiling()
                .map(StraightLineJava::ceiling)
                .orElse("alliance += %d; partnership += %d;"
                        .formatted(
                                model.points(rule, Question.ALLIANCE).hundredths(),
                                model.points(rule, Question.PARTNERSHIP).hundredths()));
        return "if (%s%s) { %s%s }\n"
                .formatted(condition(rule), silenced, effect, model.claimsPact(rule) ? " pledged = true;" : "");
    }

    private static String ceiling(CeilingKind kind) {
        return kind == CeilingKind.INCIDENT
                ? "incident = true;"
                : "highest = Math.max(highest, %d);%s"
                        .formatted(
                                kind.ordinal(),
                                kind == CeilingKind.SWITCH
                                        ? " switchOpen = true;"
                                        : kind == CeilingKind.NO_SWITCH ? "" : " pledged = true;");
    }

    private String condition(int rule) {
        int[] read = model.indicators(rule);
        return read.length == 0
                ? "true"
                : IntStream.range(0, read.length)
                        .mapToObj(at -> comparison(rule, at, "g[" + read[at] + "]"))
                        .collect(Collectors.joining(" && "));
    }

    private String comparison(int rule, int at, String reading) {
        int[] accepted = IntStream.range(0, Grade.values().length)
                .filter(g -> model.accepts(rule, at, Grade.values()[g]))
                .toArray();
        int low = accepted[0];
        int high = accepted[accepted.length - 1];
        return high == Grade.VERY_HIGH.ordinal()
                ? reading + " >= " + low
                : "(%s >= %d && %s <= %d)".formatted(reading, low, reading, high);
    }

    private String ceilings() {
        return Arrays.stream(CeilingKind.values())
                .map(kind -> {
                    Ceiling ceiling = model.book().ceilings().get(kind);
                    String condition = kind == CeilingKind.INCIDENT ? "incident" : "highest == " + kind.ordinal();
                    int knee = Math.min(ceiling.knee().hundredths(), LIMIT);
                    return "if (%s) { if (p > %d) p = %d + (int) Math.rint((p - %d) * %s); if (p > %d) p = %d; }\n"
                            .formatted(
                                    condition,
                                    knee,
                                    knee,
                                    knee,
                                    1 - ceiling.share(),
                                    ceiling.limit().hundredths(),
                                    ceiling.limit().hundredths());
                })
                .collect(Collectors.joining());
    }

    private String floors() {
        String floors = "0";
        for (Relationship state : Relationship.values()) {
            String lower = floors;
            floors = model.book()
                    .relationship()
                    .floorStart(state)
                    .map(start -> "partnership >= %d ? %d : %s".formatted(start.hundredths(), state.ordinal(), lower))
                    .orElse(lower);
        }
        return floors;
    }
}
