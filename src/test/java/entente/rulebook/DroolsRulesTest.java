package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.Scenario;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.EntryPointNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drools compiles the files as they stand, and its inference determines the rules that hold. */
@Tag("law")
class DroolsRulesTest {

    private static final Assessor DROOLS = new Assessor(Shipped.BOOK, Shipped.BOOK.drools());

    private static final int BOOKS = 20;
    private static final int WORLDS_A_BOOK = 50;

    @TempDir
    private Path temp;

    @Test
    void concurrentAssessmentsHaveSessionsOfTheirOwn() {
        List<Scenario> scenarios =
                Shipped.scenarioIds().stream().map(Shipped::scenario).toList();
        IntStream.range(0, 4 * scenarios.size()).parallel().forEach(n -> {
            Scenario scenario = scenarios.get(n % scenarios.size());
            assertThat(DROOLS.assess(scenario)).isEqualTo(Shipped.assess(scenario.id()));
        });
    }

    @Test
    void compiledBooksContainTheBytesOfTheFiles() throws Exception {
        for (Path folder : List.of(Shipped.RULES, Shipped.RULES.resolve("rival"), Shipped.RULES.resolve("us-india"))) {
            Path jar = temp.resolve("book.jar");
            RuleBooks.compile(folder, jar);
            List<Path> rules = Folders.files(folder, ".drl");
            try (ZipFile compiled = new ZipFile(jar.toFile())) {
                assertThat(compiled.stream().filter(entry -> entry.getName().endsWith(".drl")))
                        .extracting(entry -> entry.getName())
                        .containsExactlyInAnyOrderElementsOf(rules.stream()
                                .map(file -> CompiledRuleBook.RULES + file.getFileName())
                                .toList());
                for (Path file : rules) {
                    assertThat(compiled.getInputStream(compiled.getEntry(CompiledRuleBook.RULES + file.getFileName())))
                            .as(file.toString())
                            .hasBinaryContent(Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void fileNamesMayContainBlanksAndLetters() throws Exception {
        BookFolder book = BookFolder.small(Files.createDirectory(temp.resolve("book")));
        Files.move(book.folder().resolve("claims.drl"), book.folder().resolve("Zwei Mächte, 1 %41+.drl"));
        Inference drools = RuleBooks.open(book.folder(), temp.resolve("cache")).drools();
        assertThat(drools.satisfiedRules(new Grade[] {Grade.UNKNOWN, Grade.UNKNOWN, Grade.UNKNOWN, Grade.UNKNOWN}))
                .contains(true);
    }

    /** The old tables and the old book with the rules as they are on disk now. */
    @Test
    void ruleChangedOnDiskChangesTheAnswerThroughDroolsAlone() throws Exception {
        BookFolder copy = BookFolder.small(Files.createDirectory(temp.resolve("book")));
        LoadedRuleBook before = RuleBooks.open(copy.folder(), temp.resolve("cache"));
        Rule rule = before.book().rules().stream()
                .filter(one -> one.id().equals("blow_to_both"))
                .findFirst()
                .orElseThrow();
        int position = before.book().rules().indexOf(rule);
        Grade[] grades = new Grade[before.book().catalogue().indicators().size()];
        Arrays.fill(grades, Grade.UNKNOWN);
        grades[before.book().catalogue().positions().get("shock_severity")] = Grade.MODERATE;
        assertThat(before.drools().satisfiedRules(grades)[position]).isTrue();

        copy.replaceAll("claims.drl", "grade >= Grade.MODERATE", "grade >= Grade.HIGH");
        LoadedRuleBook after = RuleBooks.open(copy.folder(), temp.resolve("cache"));
        LoadedRuleBook mixed = new LoadedRuleBook(before.book(), before.tables(), after.classLoader());
        assertThat(mixed.drools().satisfiedRules(grades)[position]).isFalse();
        assertThat(mixed.tables().satisfiedRules(grades)[position]).isTrue();
    }

    @Test
    void inferenceDeterminesTheLedger() {
        Scenario scenario = Shipped.scenario("baseline-2018");
        int firing = 0;
        while (Shipped.assess(scenario.id()).ledger().get(firing).status() != LedgerStatus.FIRED) {
            firing++;
        }
        int rule = firing;
        Inference withoutOne = grades -> {
            boolean[] satisfied = Shipped.BOOK.tables().satisfiedRules(grades);
            satisfied[rule] = false;
            return satisfied;
        };
        assertThat(new Assessor(Shipped.BOOK, withoutOne)
                        .assess(scenario)
                        .ledger()
                        .get(rule)
                        .status())
                .isEqualTo(LedgerStatus.NOT_FIRED);
    }

    /** A reading reaches only the conditions on its indicator, by one look-up. */
    @Test
    void conditionsAreIndexedByIndicator() {
        InternalRuleBase base = (InternalRuleBase) ((DroolsRules) Shipped.BOOK.drools()).base();
        CompositeObjectSinkAdapter conditions = base.getRete().getEntryPointNodes().values().stream()
                .flatMap(entry -> ((EntryPointNode) entry).getObjectTypeNodes().values().stream())
                .filter(type -> type.getObjectType().getClassName().equals(GradedReading.class.getName()))
                .map(type -> (CompositeObjectSinkAdapter) type.getObjectSinkPropagator())
                .findFirst()
                .orElseThrow();
        assertThat(conditions.getHashedSinkMap()).hasSize((int) Shipped.BOOK.book().rules().stream()
                .flatMap(rule -> rule.indicators().stream())
                .distinct()
                .count());
        assertThat(conditions.getSinks()).hasSize(conditions.getHashedSinkMap().size());
    }

    @Test
    void unratedIndicatorIsNoFact() {
        assertThatThrownBy(() -> new GradedReading("x", Grade.UNKNOWN)).hasMessage("x is not rated");
    }

    /** Another book's rules under the same names would be another book. */
    @Test
    void rulesOfAnotherBookAreRefused() {
        LoadedRuleBook other = new LoadedRuleBook(
                Shipped.BOOK.book(),
                Shipped.BOOK.tables(),
                Shipped.rival().orElseThrow().classLoader());
        assertThatThrownBy(other::drools).hasMessage("the rules in Drools are not those of the book");
    }

    /** The checks of the reader do not know the limits of Java's class files. */
    @Test
    void fileThatDoesNotCompileIsAFault() throws Exception {
        BookFolder book = BookFolder.small(Files.createDirectory(temp.resolve("book")));
        book.replaceAll("claims.drl", "A blow that falls on both", "A blow that falls on both" + "!".repeat(70_000));
        assertThatThrownBy(() -> RuleBooks.open(book.folder(), temp.resolve("cache")))
                .isInstanceOfSatisfying(
                        RuleBookException.class,
                        refused -> assertThat(refused.faults())
                                .allMatch(fault -> fault.code().equals("NOT_COMPILED")));
    }

    @Test
    void shippedRuleBookMatchesDrools() {
        agree(Shipped.BOOK, Property.cases(), new Random(Property.SEED));
    }

    @Tag("thorough")
    @Test
    void randomRuleBooksMatchDrools() throws Exception {
        for (int n = 0; n < BOOKS; n++) {
            Random random = new Random(Property.SEED + n);
            Path rules = Files.createDirectory(temp.resolve("book" + n));
            Files.copy(Shipped.RULES.resolve("indicators.yaml"), rules.resolve("indicators.yaml"));
            Files.copy(Shipped.RULES.resolve("weights.yaml"), rules.resolve("weights.yaml"));
            Files.writeString(
                    rules.resolve("inventory.yaml"),
                    "article:\n  paragraphs: {\"0\": 1, \"1\": 3, \"2\": 6, \"3\": 6, \"4\": 2, \"5\": 3, \"6\": 3}\nitems: []\n");
            Files.writeString(rules.resolve("rules.drl"), drl(random));
            agree(RuleBooks.open(rules, temp), WORLDS_A_BOOK, random);
        }
    }

    private static void agree(LoadedRuleBook book, int worlds, Random random) {
        Inference drools = book.drools();
        for (int n = 0; n < worlds; n++) {
            Grade[] grades = grades(book, random);
            assertThat(rules(book, drools.satisfiedRules(grades)))
                    .as("Drools in %s", List.of(grades))
                    .isEqualTo(rules(book, book.tables().satisfiedRules(grades)))
                    .isEqualTo(rules(book, RandomRuleBooks.satisfied(book.book(), grades)));
        }
    }

    private static List<String> rules(LoadedRuleBook book, boolean[] satisfied) {
        return IntStream.range(0, satisfied.length)
                .filter(r -> satisfied[r])
                .mapToObj(r -> book.book().rules().get(r).id())
                .toList();
    }

    /** Random grades including unknown, adapted to satisfy one rule, as few would be satisfied otherwise. */
    private static Grade[] grades(LoadedRuleBook book, Random random) {
        Grade[] grades = new Grade[RandomWorlds.INDICATORS.size()];
        Rule wanted = book.book().rules().get(random.nextInt(book.book().rules().size()));
        for (int i = 0; i < grades.length; i++) {
            String id = RandomWorlds.INDICATORS.get(i).id();
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
            String indicator = RandomWorlds.INDICATORS
                    .get(random.nextInt(n < 3 ? 6 : RandomWorlds.INDICATORS.size()))
                    .id();
            conditions.put(indicator + (atLeast ? " >=" : " <="), Grade.values()[from + random.nextInt(4)]);
        }
        return conditions;
    }
}
