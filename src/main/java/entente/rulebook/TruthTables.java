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
            List<GradedReading> readings = new ArrayList<>();
            for (String other : ids) {
                readings.add(new GradedReading(other, other.equals(indicator) ? grade : satisfyingGrade(rule, other)));
            }
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

    /** Whether one rule is satisfied. */
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
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < indicators.length; r++) {
            for (int i = 0; i < indicators[r].length; i++) {
                text.append(i == 0 ? "" : " ")
                        .append(indicators[r][i])
                        .append(' ')
                        .append(masks[r][i]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    static TruthTables of(String text) {
        String[] lines = text.split("\n", -1);
        int rules = lines.length - 1;
        int[][] indicators = new int[rules][];
        int[][] masks = new int[rules][];
        for (int r = 0; r < rules; r++) {
            int[] numbers = lines[r].isEmpty()
                    ? new int[0]
                    : Arrays.stream(lines[r].split(" ", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray();
            indicators[r] = new int[numbers.length / 2];
            masks[r] = new int[numbers.length / 2];
            for (int i = 0; i < indicators[r].length; i++) {
                indicators[r][i] = numbers[2 * i];
                masks[r][i] = numbers[2 * i + 1];
            }
        }
        return new TruthTables(indicators, masks);
    }
}
