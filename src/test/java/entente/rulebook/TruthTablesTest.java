package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth tables of a compiled book agree with Drools and with the conditions of the rules. */
@Tag("law")
class TruthTablesTest {

    private static final int BOOKS = 20;
    private static final int WORLDS_A_BOOK = 50;
    private static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators();

    @Test
    void shippedRuleBookMatchesDrools() {
        agree(Shipped.BOOK, Property.cases(), new Random(Property.SEED));
    }

    @Tag("thorough")
    @Test
    void randomRuleBooksMatchDrools(@TempDir Path folder) throws IOException, RuleBookException {
        for (int n = 0; n < BOOKS; n++) {
            Random random = new Random(Property.SEED + n);
            Path rules = Files.createDirectory(folder.resolve("book" + n));
            Files.copy(Shipped.RULES.resolve("indicators.yaml"), rules.resolve("indicators.yaml"));
            Files.copy(Shipped.RULES.resolve("weights.yaml"), rules.resolve("weights.yaml"));
            Files.writeString(
                    rules.resolve("inventory.yaml"),
                    "article:\n  paragraphs: {\"0\": 1, \"1\": 3, \"2\": 6, \"3\": 6, \"4\": 2, \"5\": 3, \"6\": 3}\nitems: []\n");
            Files.writeString(rules.resolve("rules.drl"), drl(random));
            agree(RuleBooks.open(rules, folder), WORLDS_A_BOOK, random);
        }
    }

    private static void agree(LoadedRuleBook book, int worlds, Random random) {
        Inference drools = book.drools();
        for (int n = 0; n < worlds; n++) {
            Grade[] grades = grades(book, random);
            assertThat(rules(book, drools.satisfiedRules(grades)))
                    .as("Drools in %s", List.of(grades))
                    .isEqualTo(rules(book, book.tables().satisfiedRules(grades)))
                    .isEqualTo(book.book().rules().stream()
                            .filter(rule -> rule.conditions().stream().allMatch(c -> isMet(grades, c)))
                            .map(Rule::id)
                            .toList());
        }
    }

    private static List<String> rules(LoadedRuleBook book, boolean[] satisfied) {
        return IntStream.range(0, satisfied.length)
                .filter(r -> satisfied[r])
                .mapToObj(r -> book.book().rules().get(r).id())
                .toList();
    }

    private static boolean isMet(Grade[] grades, RuleCondition condition) {
        int position = 0;
        while (!INDICATORS.get(position).id().equals(condition.indicator())) {
            position++;
        }
        return condition.isMetBy(grades[position]);
    }

    /** Random grades including unknown, adapted to satisfy one rule, as few would be satisfied otherwise. */
    private static Grade[] grades(LoadedRuleBook book, Random random) {
        Grade[] grades = new Grade[INDICATORS.size()];
        Rule wanted = book.book().rules().get(random.nextInt(book.book().rules().size()));
        for (int i = 0; i < grades.length; i++) {
            String id = INDICATORS.get(i).id();
            List<Grade> fitting = new ArrayList<>(List.of(Grade.values()));
            fitting.removeIf(g ->
                    wanted.conditions().stream().anyMatch(c -> c.indicator().equals(id) && !c.isMetBy(g)));
            grades[i] = fitting.isEmpty() ? Grade.UNKNOWN : fitting.get(random.nextInt(fitting.size()));
        }
        return grades;
    }

    private static String drl(Random random) {
        StringBuilder text = new StringBuilder("package entente.rules\nimport entente.model.Grade\n")
                .append("import entente.model.GradedReading\n");
        int rules = 3 + random.nextInt(6);
        for (int r = 0; r < rules; r++) {
            text.append("rule \"Random rule number ")
                    .append(r)
                    .append(".\"\n  @id( random_")
                    .append(r)
                    .append(
                            " )\n  @group( us_reaction )\n  @alliance( SLIGHTLY_FOR )\n  @assumption( \"a test\" )\nwhen\n");
            conditions(random)
                    .forEach((asked, threshold) -> text.append("  GradedReading( indicator == \"")
                            .append(asked.replace(" ", "\", grade "))
                            .append(" Grade.")
                            .append(threshold)
                            .append(" )\n"));
            text.append("then\nend\n");
        }
        return text.toString();
    }

    /** One to five conditions, by indicator and comparison; the same indicator may be bounded on both sides. */
    private static Map<String, Grade> conditions(Random random) {
        Map<String, Grade> conditions = new LinkedHashMap<>();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            boolean atLeast = random.nextBoolean();
            int from = atLeast ? Grade.LOW.ordinal() : Grade.VERY_LOW.ordinal();
            String indicator = INDICATORS
                    .get(random.nextInt(n < 3 ? 6 : INDICATORS.size()))
                    .id();
            conditions.put(indicator + (atLeast ? " >=" : " <="), Grade.values()[from + random.nextInt(4)]);
        }
        return conditions;
    }
}
