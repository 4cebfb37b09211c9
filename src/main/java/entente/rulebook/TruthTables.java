package entente.rulebook;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drools' answers, kept: for each rule the indicators that it asks, and for each of them the grades with which it
 * fires while the others fit. A rule is a conjunction of single readings (nothing else can be written), so these
 * answers settle every world.
 *
 * <p>They are filled by asking Drools when a book is compiled, then compared with Drools on random worlds; a book on
 * which the two differ is not used. The seed is fixed, so that compiling is repeatable.
 *
 * @param indicators by rule, the places in the catalogue of what it asks
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
            List<String> asked = indicatorIds(rule);
            indicators[r] = asked.stream()
                    .mapToInt(i -> Objects.requireNonNull(positions.get(i)))
                    .toArray();
            masks[r] =
                    asked.stream().mapToInt(i -> mask(rule, asked, i, drools)).toArray();
        }
        TruthTables tables = new TruthTables(indicators, masks);
        tables.compare(book, drools);
        return tables;
    }

    private static List<String> indicatorIds(Rule rule) {
        return rule.conditions().stream()
                .map(RuleCondition::indicator)
                .distinct()
                .toList();
    }

    private static int mask(Rule rule, List<String> asked, String indicator, Inference drools) {
        int mask = 0;
        for (Grade grade : Grade.values()) {
            List<GradedReading> world = new ArrayList<>();
            for (String other : asked) {
                world.add(new GradedReading(other, other.equals(indicator) ? grade : fitting(rule, other)));
            }
            mask |= drools.satisfiedRules(world).contains(rule.id()) ? 1 << grade.ordinal() : 0;
        }
        return mask;
    }

    private static Grade fitting(Rule rule, String indicator) {
        return Arrays.stream(Grade.values())
                .filter(g -> rule.conditions().stream()
                        .filter(c -> c.indicator().equals(indicator))
                        .allMatch(c -> c.isMetBy(g)))
                .findFirst()
                .orElse(Grade.UNKNOWN);
    }

    private void compare(RuleBook book, Inference drools) {
        Random random = new Random(SEED);
        int count = book.catalogue().indicators().size();
        for (int n = 0; n < COMPARED_SAMPLES; n++) {
            Grade[] world = new Grade[count];
            List<GradedReading> facts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                world[i] = Grade.values()[random.nextInt(Grade.values().length)];
                facts.add(new GradedReading(book.catalogue().indicators().get(i).id(), world[i]));
            }
            if (!drools.satisfiedRules(facts).equals(ids(book, satisfiedRules(world)))) {
                throw new IllegalStateException("the tables of the rule book differ from Drools");
            }
        }
    }

    private static Set<String> ids(RuleBook book, boolean[] holding) {
        Set<String> ids = new TreeSet<>();
        for (int r = 0; r < holding.length; r++) {
            if (holding[r]) {
                ids.add(book.rules().get(r).id());
            }
        }
        return ids;
    }

    /** Which rules hold in a world, in the order of the book. */
    public boolean[] satisfiedRules(Grade[] world) {
        boolean[] holding = new boolean[indicators.length];
        for (int r = 0; r < holding.length; r++) {
            holding[r] = holds(r, world);
        }
        return holding;
    }

    /** Whether one rule holds in a world. */
    public boolean holds(int rule, Grade[] world) {
        int[] asked = indicators[rule];
        int[] accepted = masks[rule];
        for (int i = 0; i < asked.length; i++) {
            if ((accepted[i] & 1 << world[asked[i]].ordinal()) == 0) {
                return false;
            }
        }
        return true;
    }

    /** One line a rule: indicator and mask in turn. */
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
