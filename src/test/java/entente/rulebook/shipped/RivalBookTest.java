package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Question;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.Parameter;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Korolev's reading as a book of its own over the same catalogue: complete, different, and comparable. */
class RivalBookTest {

    private static final RuleBook OURS = Shipped.BOOK.book();
    private static final Path FOLDER = Shipped.RULES.resolve("rival");
    private static final LoadedRuleBook LOADED = Shipped.open(FOLDER);
    private static final RuleBook RIVAL = LOADED.book();
    private static final Assessor ASSESSOR = new Assessor(LOADED);

    private static final Map<String, Relationship> STATES = new TreeMap<>(Map.of(
            "baseline-2018", Relationship.INFORMAL_ALLIANCE,
            "status-quo-2025", Relationship.INFORMAL_ALLIANCE,
            "total-decoupling", Relationship.OPERATIONAL_ALLIANCE,
            "sino-soviet-alliance-1950", Relationship.OPERATIONAL_ALLIANCE,
            "us-russia-reset", Relationship.STRATEGIC_PARTNERSHIP,
            "central-asian-incident", Relationship.WEAKENING));

    /** A shipped scenario read with the rival book. */
    private static Assessment assess(String id) {
        return ASSESSOR.assess(Shipped.scenario(id));
    }

    @Test
    void shippedScenariosHaveTheExpectedRelationshipsAndFlags() {
        STATES.forEach((id, state) ->
                assertThat(assess(id).verdict().relationship()).as(id).contains(state));
        assertThat(assess("status-quo-2025").verdict().flags()).containsExactly(VerdictFlag.ALLIANCE_WITHOUT_TREATY);
        assertThat(assess("border-war-1969").verdict().flags()).containsExactly(VerdictFlag.HOLLOW_ALLIANCE);
    }

    @Test
    void readmeHasTheFiguresOfBothBooks() throws IOException {
        Path page = FOLDER.resolve("README.md");
        String heading = "## Where the two books part\n\n";
        String prose = Files.readString(page);
        StringBuilder table = new StringBuilder("| scenario | Paszak | Korolev |\n|---|---:|---:|\n");
        for (String id : Shipped.scenarioIds()) {
            table.append("| `%s` | %s | %s |%n".formatted(id, cell(Shipped.assess(id)), cell(assess(id))));
        }
        Golden.checkExactly(
                page,
                prose.substring(0, prose.indexOf(heading))
                        + heading
                        + table.toString().replace("\r", ""));
    }

    private static String cell(Assessment assessment) {
        return String.format(Locale.ROOT, "%.1f %%", percent(assessment));
    }

    private static double percent(Assessment assessment) {
        return assessment.verdict().likelihood().value();
    }

    @Test
    void onlyClaimsAndCeilingsDiffer() {
        assertThat(RIVAL.catalogue()).isEqualTo(OURS.catalogue());
        for (Question question : Question.values()) {
            assertThat(values(RIVAL.weights().of(question)))
                    .isEqualTo(values(OURS.weights().of(question)));
        }
        assertThat(RIVAL.referenceClasses().standard())
                .isEqualTo(OURS.referenceClasses().standard());
        assertThat(RIVAL.referenceClasses().all())
                .usingRecursiveComparison()
                .ignoringFields("rate.reason")
                .isEqualTo(OURS.referenceClasses().all());
        assertThat(values(RIVAL.relationship().floors()))
                .isEqualTo(values(OURS.relationship().floors()));
        assertThat(RIVAL.relationship().withPact().value())
                .isEqualTo(OURS.relationship().withPact().value());
        assertThat(RIVAL.relationship().withSwitch().value())
                .isEqualTo(OURS.relationship().withSwitch().value());
        assertThat(RIVAL.confidence()).isEqualTo(OURS.confidence());
        assertThat(figures(RIVAL, CeilingKind.INCIDENT)).isEqualTo(figures(OURS, CeilingKind.INCIDENT));
        assertThat(figures(RIVAL, CeilingKind.NO_SWITCH)).isNotEqualTo(figures(OURS, CeilingKind.NO_SWITCH));
    }

    private static <K> Map<K, Double> values(Map<K, Parameter> figures) {
        return figures.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value()));
    }

    private static List<Object> figures(RuleBook book, CeilingKind kind) {
        Ceiling ceiling = book.ceilings().get(kind);
        return List.of(ceiling.kneePercent(), ceiling.share(), ceiling.limitPercent());
    }

    @Test
    void idsAreUniqueAcrossBooks() {
        Set<String> ids = OURS.rules().stream().map(Rule::id).collect(Collectors.toSet());
        assertThat(RIVAL.rules()).extracting(Rule::id).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void itemsHaveIdsOfTheirOwn() {
        List<InventoryItem> items = LOADED.inventory();
        assertThat(items).hasSizeGreaterThan(10).allSatisfy(item -> {
            assertThat(item.id()).matches("K-\\d\\d");
        });
        assertThat(RIVAL.rules().stream().filter(r -> r.encodes().isEmpty()))
                .as("rules that encode no item are marked as project assumptions")
                .allSatisfy(r -> assertThat(r.projectAssumption()).isPresent());
    }
}
