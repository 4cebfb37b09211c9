package entente.rulebook.shipped;

import static entente.model.Band.ALMOST_CERTAIN;
import static entente.model.Band.ALMOST_NO_CHANCE;
import static entente.model.Band.BELOW_ONE_PERCENT;
import static entente.model.Band.LIKELY;
import static entente.model.Band.ROUGHLY_EVEN;
import static entente.model.Band.UNLIKELY;
import static entente.model.Band.VERY_UNLIKELY;
import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.model.Band;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.Parameter;
import entente.quality.cases.RuleCase.Situation;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Korolev's reading as a book of its own over the same catalogue: complete, different, and comparable. */
class RivalBookTest {

    private static final RuleBook OURS = Shipped.BOOK.book();
    private static final RuleBook RIVAL = RivalBook.BOOK.book();
    private static final int TIMES_AS_LIKELY = 10;

    private static final Map<String, Band> BANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("bandwagon-2001", BELOW_ONE_PERCENT),
            Map.entry("baseline-2018", VERY_UNLIKELY),
            Map.entry("border-war-1969", BELOW_ONE_PERCENT),
            Map.entry("central-asian-incident", BELOW_ONE_PERCENT),
            Map.entry("creeping-sanctions", UNLIKELY),
            Map.entry("crimea-2014", ALMOST_NO_CHANCE),
            Map.entry("no-limits-2022", UNLIKELY),
            Map.entry("russian-turn-west", BELOW_ONE_PERCENT),
            Map.entry("sco-veto-2010", BELOW_ONE_PERCENT),
            Map.entry("sino-soviet-alliance-1950", ALMOST_CERTAIN),
            Map.entry("status-conflict-1958", BELOW_ONE_PERCENT),
            Map.entry("status-quo-2025", UNLIKELY),
            Map.entry("taiwan-war", LIKELY),
            Map.entry("total-decoupling", LIKELY),
            Map.entry("treaty-with-teeth", ROUGHLY_EVEN),
            Map.entry("us-russia-reset", ALMOST_NO_CHANCE),
            Map.entry("western-reengagement", ALMOST_NO_CHANCE)));

    private static final Map<String, Relationship> STATES = new TreeMap<>(Map.of(
            "baseline-2018", Relationship.INFORMAL_ALLIANCE,
            "status-quo-2025", Relationship.INFORMAL_ALLIANCE,
            "total-decoupling", Relationship.OPERATIONAL_ALLIANCE,
            "sino-soviet-alliance-1950", Relationship.OPERATIONAL_ALLIANCE,
            "us-russia-reset", Relationship.STRATEGIC_PARTNERSHIP,
            "central-asian-incident", Relationship.WEAKENING));

    @Test
    void everyShippedScenarioHasTheExpectedVerdict() {
        SoftAssertions all = new SoftAssertions();
        assertThat(BANDS.keySet()).containsExactlyElementsOf(Shipped.scenarioIds());
        BANDS.forEach((id, band) -> {
            Verdict verdict = RivalBook.assess(id).verdict();
            all.assertThat(verdict.likelihood().band())
                    .as("%s: band of %s", id, verdict.likelihood())
                    .isEqualTo(band);
        });
        STATES.forEach(
                (id, state) -> all.assertThat(RivalBook.assess(id).verdict().relationship())
                        .as("%s: relationship", id)
                        .contains(state));
        all.assertThat(RivalBook.assess("status-quo-2025").verdict().flags())
                .containsExactly(VerdictFlag.ALLIANCE_WITHOUT_TREATY);
        all.assertThat(RivalBook.assess("border-war-1969").verdict().flags())
                .containsExactly(VerdictFlag.HOLLOW_ALLIANCE);
        all.assertThat(new HashSet<>(BANDS.values())).as("distinct bands").hasSizeGreaterThanOrEqualTo(5);
        all.assertAll();
    }

    @Test
    void booksDifferOnTheExpectedScenarios() {
        for (String id : List.of("baseline-2018", "status-quo-2025", "treaty-with-teeth")) {
            assertThat(percent(RivalBook.assess(id)))
                    .as(id)
                    .isGreaterThan(percent(Shipped.assess(id)) * TIMES_AS_LIKELY);
        }
        assertThat(percent(RivalBook.assess("baseline-2018"))).isLessThan(percent(RivalBook.assess("status-quo-2025")));
    }

    @Test
    void readmeHasTheFiguresOfBothBooks() throws IOException {
        Path page = RivalBook.RULES.resolve("README.md");
        String heading = "## Where the two books part\n\n";
        String prose = Files.readString(page);
        StringBuilder table = new StringBuilder("| scenario | Paszak | Korolev |\n|---|---:|---:|\n");
        for (String id : Shipped.scenarioIds()) {
            table.append("| `%s` | %s | %s |%n".formatted(id, cell(Shipped.assess(id)), cell(RivalBook.assess(id))));
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
    void everyRuleFiresSomewhereAndFailsToFireSomewhere() {
        List<Assessment> known = Stream.concat(
                        Shipped.scenarioIds().stream().map(Shipped::scenario),
                        RivalBook.CASES.cases().stream()
                                .flatMap(one -> one.situations().stream())
                                .map(Situation::scenario))
                .map(RivalBook.ASSESSOR::assess)
                .toList();
        for (boolean fired : List.of(true, false)) {
            Set<String> lacking =
                    new TreeSet<>(RIVAL.rules().stream().map(Rule::id).toList());
            known.stream()
                    .flatMap(a -> a.ledger().stream())
                    .filter(row -> row.fired() == fired)
                    .forEach(row -> lacking.remove(row.rule().id()));
            assertThat(lacking)
                    .as("rules not observed " + (fired ? "firing" : "silent"))
                    .isEmpty();
        }
    }

    @Test
    void everyItemIsEncodedOrLeftOutWithAReason() {
        List<InventoryItem> items = RivalBook.BOOK.inventory();
        assertThat(items).hasSizeGreaterThan(10).allSatisfy(item -> {
            assertThat(item.id()).matches("K-\\d\\d");
            assertThat(item.cites()).isNotEmpty();
            boolean encoded = RIVAL.rules().stream().anyMatch(r -> r.encodes().contains(item.id()));
            assertThat(encoded).as(item.id()).isEqualTo(item.leftOut().isEmpty());
        });
        assertThat(RIVAL.rules().stream().filter(r -> r.encodes().isEmpty()))
                .as("rules that encode no item are marked as project assumptions")
                .allSatisfy(r -> assertThat(r.projectAssumption()).isPresent());
    }

    private static final String ID = "status-quo-2025";

    /** Also if the difference changes its sign, so that the range includes zero. */
    @Test
    void spreadMatchesSettingTheReading() {
        Scenario scenario = Shipped.scenario(ID);
        List<Discriminator> discriminators = RuleBookContrast.of(
                        Shipped.ASSESSOR, scenario, RivalBook.ASSESSOR, scenario)
                .discriminators();
        assertThat(discriminators).hasSizeGreaterThan(5);
        for (Discriminator discriminator : discriminators) {
            Indicator indicator = discriminator.indicator();
            IntSummaryStatistics gaps = DoubleStream.concat(
                            DoubleStream.of(indicator.low()),
                            indicator.cutPoints().stream().mapToDouble(cut -> cut.from()))
                    .mapToObj(value -> Shipped.with(ID, Map.of(indicator.id(), Numbers.plain(value))))
                    .mapToInt(RivalBookTest::gap)
                    .summaryStatistics();
            assertThat(discriminator.spreadTenths()).as(indicator.id()).isEqualTo(gaps.getMax() - gaps.getMin());
        }
    }

    private static int gap(Scenario scenario) {
        return RivalBook.ASSESSOR.pointAssessment(scenario).likelihood().tenths()
                - Shipped.ASSESSOR.pointAssessment(scenario).likelihood().tenths();
    }
}
