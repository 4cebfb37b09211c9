package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.Verification;
import entente.document.CanonicalJson;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Scenario;
import entente.model.assessment.Provenance;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.form.TextStyle;
import entente.report.json.AssessmentJson;
import entente.report.json.VerificationJson;
import entente.report.question.Answers;
import entente.report.text.ProseTest;
import entente.report.text.TextRenderer;
import entente.rulebook.NormalForm.Digests;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the two digests of a rule book cover, field by field of the shipped books. */
class DigestsTest {

    /**
     * The fields with texts beside the reasons for weights; keys of tables and positions in lists are written as *. All
     * other fields are not texts.
     */
    private static final Set<String> TEXTS = Set.of(
            "book/catalogue/dataNotes/*/note",
            "book/catalogue/groups/*/label",
            "book/catalogue/groups/*/short",
            "book/catalogue/indicators/*/anchors/*",
            "book/catalogue/indicators/*/cutPoints/*/reason",
            "book/catalogue/indicators/*/dataNotes/*/note",
            "book/catalogue/indicators/*/label",
            "book/catalogue/indicators/*/note",
            "book/catalogue/indicators/*/short",
            "book/catalogue/indicators/*/source",
            "book/catalogue/subject/alliance",
            "book/catalogue/subject/commitments/consultation",
            "book/catalogue/subject/commitments/defence",
            "book/catalogue/subject/commitments/friendship",
            "book/catalogue/subject/commitments/none",
            "book/catalogue/subject/commitments/support",
            "book/catalogue/subject/events/breach",
            "book/catalogue/subject/events/missing",
            "book/catalogue/subject/events/opening",
            "book/catalogue/subject/notes/*/before",
            "book/catalogue/subject/notes/*/words",
            "book/catalogue/subject/pair",
            "book/catalogue/subject/scenarios/*",
            "book/rules/*/assumption",
            "book/rules/*/claim",
            "book/weights/otherReading/book",
            "book/weights/otherReading/finding",
            "book/weights/otherReading/source",
            "book/weights/referenceClasses/classes/*/label",
            "inventory/article/author",
            "inventory/article/texts/*",
            "inventory/article/title",
            "inventory/article/year",
            "inventory/items/*/answer",
            "inventory/items/*/leftOut",
            "inventory/items/*/partly",
            "inventory/items/*/words",
            "inventory/keyAssumptions/*/words");

    private static final List<Path> FOLDERS =
            List.of(Shipped.RULES, Shipped.RULES.resolve("rival"), Shipped.RULES.resolve("us-india"));

    private static final int A_BOOK = 100;

    /** Texts with a form of their own, which are not reworded at random. */
    private static final Set<String> WITH_A_FORM = Set.of("scenarios", "before");

    @Test
    void rewordingChangesTheDigestOfTheTextsOnlyAndAnythingElseTheOther() {
        Set<String> found = new TreeSet<>();
        for (Path folder : FOLDERS) {
            LoadedRuleBook loaded = Shipped.open(folder);
            Map<String, Object> book = form(folder, loaded.book());
            Digests before = Digests.of(book);
            assertThat(before)
                    .isEqualTo(new Digests(loaded.book().sha256(), loaded.book().textsSha256()));
            List<String> leaves = new ArrayList<>();
            changed(book, "", (path, leaf) -> {
                leaves.add(path);
                return leaf;
            });
            SplittableRandom random = new SplittableRandom(Property.SEED);
            for (String path : leaves) {
                String field = field(path);
                // Each field once, and as many more as there are cases.
                if (!found.add(field) && random.nextInt(leaves.size()) >= Property.cases()) {
                    continue;
                }
                Digests after = Digests.of(changed(book, "", (at, leaf) -> at.equals(path) ? other(leaf) : leaf));
                boolean text = isText(field);
                assertThat(after.sha256().equals(before.sha256()))
                        .as(path + " leaves the digest of the book as it is")
                        .isEqualTo(text);
                assertThat(after.textsSha256().equals(before.textsSha256()))
                        .as(path + " leaves the digest of the texts as it is")
                        .isEqualTo(!text);
            }
        }
        assertThat(found).containsAll(TEXTS);
    }

    @Test
    void noResultDependsOnTextsAndVerifySaysSo() {
        for (Path folder : FOLDERS) {
            LoadedRuleBook loaded = Shipped.open(folder);
            Object reworded = changed(form(folder, loaded.book()), "", (path, leaf) -> {
                boolean free = WITH_A_FORM.stream().noneMatch(path::contains);
                return isText(field(path)) && free && leaf instanceof String text ? reworded(text) : leaf;
            });
            Digests digests = Digests.of(reworded);
            RuleBook book = book((Map<?, ?>) ((Map<?, ?>) reworded).get("book"), digests, loaded.book());
            assertThat(digests.sha256()).isEqualTo(loaded.book().sha256());
            assertThat(digests.textsSha256()).isNotEqualTo(loaded.book().textsSha256());
            Assessor before = new Assessor(loaded);
            Assessor after = new Assessor(new LoadedRuleBook(book, loaded.tables(), loaded.classLoader()));
            for (Scenario scenario : Shipped.scenarios(loaded)) {
                byte[] stored =
                        AssessmentJson.DOCUMENT.line(before.assess(scenario)).getBytes(StandardCharsets.UTF_8);
                Verification verification = VerificationJson.report(
                                scenario.id(),
                                AssessmentReader.read(stored),
                                Provenance.of(book),
                                (resolved, refused) -> Optional.of(after.assess(scenario)))
                        .verification()
                        .orElseThrow();
                assertThat(verification.outcome()).as(scenario.id()).isEqualTo(Verification.Outcome.SAME_VERDICT);
                assertThat(TextRenderer.render(Answers.verification("stored.json", verification), TextStyle.PLAIN))
                        .startsWith("stored.json: the same verdict\n");
            }
        }
    }

    private static boolean isText(String field) {
        return TEXTS.contains(field) || field.matches("book/weights/.*/reason");
    }

    @Test
    void textsOfTheTwoBooksOnOnePairPassProseLint() {
        for (Path folder : FOLDERS.subList(0, 2)) {
            List<String> texts = new ArrayList<>();
            changed(form(folder, Shipped.open(folder).book()), "", (path, leaf) -> {
                if (isText(field(path)) && leaf instanceof String text) {
                    texts.add(text);
                }
                return leaf;
            });
            assertThat(texts).hasSizeGreaterThan(A_BOOK);
            assertThat(ProseTest.wrong(texts)).isEmpty();
        }
    }

    private static Map<String, Object> form(Path rules, RuleBook book) {
        try {
            RuleBookFolder folder = RuleBookFolder.read(rules);
            return NormalForm.of(
                    file(folder, folder.catalogue()),
                    file(folder, RuleBookFolder.WEIGHTS),
                    file(folder, RuleBookFolder.INVENTORY),
                    book.rules());
        } catch (RuleBookException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Node file(RuleBookFolder folder, String name) {
        return Documents.yaml(folder.files().get(name), DocumentLimits.BOOK)
                .root()
                .orElseThrow();
    }

    /** The book of a form: a shipped one with other texts. */
    private static RuleBook book(Map<?, ?> form, Digests digests, RuleBook shipped) {
        ProblemCollector problems = new ProblemCollector();
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : shipped.rules()) {
            Map<?, ?> card = (Map<?, ?>) ((List<?>) form.get("rules")).get(rules.size());
            Optional<String> assumption = Optional.ofNullable((String) card.get("assumption"));
            rules.add(Records.with(rule.withClaim((String) card.get("claim")), "projectAssumption", assumption));
        }
        RuleBook book = new WeightsReader(problems)
                .read(node(form.get("weights")))
                .orElseThrow()
                .withSha256(digests.sha256())
                .withTextsSha256(digests.textsSha256())
                .withCatalogue(new CatalogueReader(problems, cite -> true).read(node(form.get("catalogue"))))
                .withRules(rules);
        assertThat(problems.all()).isEmpty();
        return book;
    }

    private static Node node(Object value) {
        return Documents.json(CanonicalJson.write(value).getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK)
                .root()
                .orElseThrow();
    }

    /** The value with other leaves; paths are their keys and positions, divided by slashes. */
    private static Object changed(Object value, String path, BiFunction<String, Object, Object> leaves) {
        String below = path.isEmpty() ? "" : path + "/";
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> changed = new LinkedHashMap<>();
            fields.forEach((key, field) -> changed.put((String) key, changed(field, below + key, leaves)));
            return changed;
        }
        if (value instanceof List<?> items) {
            List<Object> changed = new ArrayList<>();
            for (int at = 0; at < items.size(); at++) {
                changed.add(changed(items.get(at), below + at, leaves));
            }
            return changed;
        }
        return leaves.apply(path, value);
    }

    private static String field(String path) {
        return path.replaceAll("(?<=/)[0-9A-Z_]+(?=/|$)|(?<=/classes/)[^/]+", "*");
    }

    private static Object other(Object leaf) {
        if (leaf instanceof Boolean yes) {
            return !yes;
        }
        return leaf instanceof String text ? text + "x" : ((Number) leaf).doubleValue() + 1;
    }

    /** Other words of the same length, as short labels have a bound. */
    private static String reworded(String text) {
        return text.charAt(0) == '#' ? "+" + text.substring(1) : "#" + text.substring(1);
    }
}
