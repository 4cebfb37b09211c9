package entente.rulebook;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * For each rule the indicators of its conditions, and for each of them the grades with which the rule fires if the
 * other conditions hold. A rule is a conjunction of conditions on single readings, so these tables determine it for all
 * readings.
 *
 * <p>Drools fills the tables when a book is compiled. They are then compared with Drools on random readings; a book for
 * which the two differ is rejected. The seed is fixed, so that compilation is repeatable.
 *
 * @param indicators by rule, the catalogue indexes of its indicators
 * @param masks by rule and indicator, a bit for each grade (by its ordinal) with which the rule fires
 */
public record TruthTables(int[][] indicators, int[][] masks) {

    private static final int COMPARED_SAMPLES = 200;
    private static final long SEED = 2019;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static TruthTables fill(RuleBook book, Inference drools) {
        Map<String, Integer> positions = book.catalogue().positions();
        List<Rule> rules = book.rules();
        int[][] indicators = new int[rules.size()][];
        int[][] masks = new int[rules.size()][];
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            List<String> ids = rule.indicators();
            indicators[r] = ids.stream()
                    .mapToInt(i -> Objects.requireNonNull(positions.get(i)))
                    .toArray();
            masks[r] = ids.stream().mapToInt(i -> mask(rule, ids, i, drools)).toArray();
        }
        TruthTables tables = new TruthTables(indicators, masks);
        tables.compare(book, drools);
        return tables;
    }

    private static int mask(Rule rule, List<String> ids, String indicator, Inference drools) {
        int mask = 0;
        for (Grade grade : Grade.values()) {
            List<GradedReading> readings = ids.stream()
                    .map(id -> new GradedReading(id, id.equals(indicator) ? grade : satisfyingGrade(rule, id)))
                    .toList();
            mask |= drools.satisfiedRules(readings).contains(rule.id()) ? 1 << grade.ordinal() : 0;
        }
        return mask;
    }

    private static Grade satisfyingGrade(Rule rule, String indicator) {
        return Arrays.stream(Grade.values())
                .filter(g -> rule.conditions().stream()
                        .filter(c -> c.indicator().equals(indicator))
                        .allMatch(c -> c.isMetBy(g)))
                .findFirst()
                .orElse(Grade.UNKNOWN);
    }

    private void compare(RuleBook book, Inference drools) {
        Random random = new Random(SEED);
        InferenceComparison comparison = new InferenceComparison(book, drools, new InferenceCounts());
        int count = book.catalogue().indicators().size();
        for (int n = 0; n < COMPARED_SAMPLES; n++) {
            Grade[] grades = new Grade[count];
            List<GradedReading> facts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                grades[i] = Grade.values()[random.nextInt(Grade.values().length)];
                facts.add(new GradedReading(book.catalogue().indicators().get(i).id(), grades[i]));
            }
            comparison.compare("sample " + n, facts, satisfiedRules(grades));
        }
    }

    /** Whether each rule is satisfied, in the order of the book. */
    public boolean[] satisfiedRules(Grade[] grades) {
        boolean[] satisfied = new boolean[indicators.length];
        for (int r = 0; r < satisfied.length; r++) {
            satisfied[r] = holds(r, grades);
        }
        return satisfied;
    }

    public boolean holds(int rule, Grade[] grades) {
        int[] read = indicators[rule];
        int[] accepted = masks[rule];
        for (int i = 0; i < read.length; i++) {
            if ((accepted[i] & 1 << grades[read[i]].ordinal()) == 0) {
                return false;
            }
        }
        return true;
    }

    /** One line per rule: indicator and mask alternating. */
    String text() {
        return IntStream.range(0, indicators.length)
                .mapToObj(r -> IntStream.range(0, indicators[r].length)
                                .mapToObj(i -> indicators[r][i] + " " + masks[r][i])
                                .collect(Collectors.joining(" "))
                        + "\n")
                .collect(Collectors.joining());
    }

    static TruthTables of(String text) {
        List<int[]> rules = text.lines()
                .map(line -> NUMBER.matcher(line)
                        .results()
                        .mapToInt(n -> Integer.parseInt(n.group()))
                        .toArray())
                .toList();
        return new TruthTables(everySecond(rules, 0), everySecond(rules, 1));
    }

    private static int[][] everySecond(List<int[]> rules, int first) {
        return rules.stream()
                .map(numbers -> IntStream.range(0, numbers.length / 2)
                        .map(i -> numbers[2 * i + first])
                        .toArray())
                .toArray(int[][]::new);
    }
}
