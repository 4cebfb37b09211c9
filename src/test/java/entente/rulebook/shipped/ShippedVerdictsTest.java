package entente.rulebook.shipped;

import static entente.model.Band.ALMOST_NO_CHANCE;
import static entente.model.Band.BELOW_ONE_PERCENT;
import static entente.model.Band.ROUGHLY_EVEN;
import static entente.model.Relationship.FORMAL_ALLIANCE;
import static entente.model.Relationship.INFORMAL_ALLIANCE;
import static entente.model.Relationship.MIXED;
import static entente.model.Relationship.OPEN_RIVALRY;
import static entente.model.Relationship.OPERATIONAL_ALLIANCE;
import static entente.model.Relationship.STRATEGIC_PARTNERSHIP;
import static entente.model.Relationship.WEAKENING;
import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.Group.GroupKind;
import entente.model.Relationship;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Inventory.InventoryItem;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase.Situation;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected verdict of each shipped scenario. */
class ShippedVerdictsTest {

    private static final int NO_ALLIANCE_BELOW = 20;
    private static final int A_REASON = 20;
    /** The minimum width of a state in points, used as the distance for "well below". */
    private static final double WELL_BELOW = 4;

    /** The expectation for a present or future scenario. */
    private record Expected(Band band, Set<VerdictFlag> flags, Relationship... relationships) {
        static Expected of(Band band, Relationship... relationships) {
            return new Expected(band, Set.of(), relationships);
        }
    }

    /**
     * The expectation for a past scenario with unknown readings: the state must be among the possible ones.
     *
     * @param alliance whether a working alliance was in force; empty if unknown
     */
    private record Past(Optional<Boolean> alliance, boolean hollow, Relationship... relationships) {}

    /** Bands and states as the readers of rules/panel.json judge, w01, w55 and v01 to v15. */
    private static final Map<String, Expected> PROSPECTIVE = new TreeMap<>(Map.of(
            "baseline-2018", Expected.of(BELOW_ONE_PERCENT, STRATEGIC_PARTNERSHIP),
            "status-quo-2025", Expected.of(ALMOST_NO_CHANCE, STRATEGIC_PARTNERSHIP),
            "total-decoupling", new Expected(ROUGHLY_EVEN, Set.of(VerdictFlag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "us-russia-reset", Expected.of(BELOW_ONE_PERCENT, WEAKENING),
            "central-asian-incident", Expected.of(BELOW_ONE_PERCENT, WEAKENING, OPEN_RIVALRY),
            "western-reengagement", Expected.of(BELOW_ONE_PERCENT, MIXED, STRATEGIC_PARTNERSHIP),
            "taiwan-war", new Expected(ROUGHLY_EVEN, Set.of(VerdictFlag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "creeping-sanctions", Expected.of(ALMOST_NO_CHANCE, STRATEGIC_PARTNERSHIP),
            "treaty-with-teeth",
                    new Expected(ALMOST_NO_CHANCE, Set.of(VerdictFlag.ALLIANCE_WITHOUT_TREATY), INFORMAL_ALLIANCE),
            "russian-turn-west", Expected.of(BELOW_ONE_PERCENT, WEAKENING)));

    private static final Map<String, Past> HISTORICAL = new TreeMap<>(Map.of(
            "sino-soviet-alliance-1950", new Past(Optional.of(true), false, FORMAL_ALLIANCE, OPERATIONAL_ALLIANCE),
            "status-conflict-1958", new Past(Optional.empty(), true, WEAKENING, MIXED),
            "border-war-1969", new Past(Optional.of(false), true, OPEN_RIVALRY),
            "bandwagon-2001", new Past(Optional.of(false), false, WEAKENING, MIXED, STRATEGIC_PARTNERSHIP),
            "sco-veto-2010", new Past(Optional.of(false), false, MIXED, STRATEGIC_PARTNERSHIP),
            "crimea-2014", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP),
            "no-limits-2022", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP)));

    /** One test checks all, so that a change shows all its effects. */
    @Test
    void everyShippedScenarioHasTheExpectedVerdict() {
        assertThat(Shipped.scenarioIds())
                .isNotEmpty()
                .allMatch(id -> PROSPECTIVE.containsKey(id) != HISTORICAL.containsKey(id));
        SoftAssertions all = new SoftAssertions();
        PROSPECTIVE.forEach((id, expected) ->
                prospective(all, id, expected, Shipped.assess(id).verdict()));
        HISTORICAL.forEach(
                (id, past) -> historical(all, id, past, Shipped.assess(id).verdict()));
        details(all);
        all.assertAll();
    }

    private static void prospective(SoftAssertions all, String id, Expected expected, Verdict verdict) {
        all.assertThat(verdict.likelihood().band()).as("band of %s", id).isEqualTo(expected.band());
        all.assertThat(verdict.relationship().stream())
                .as("relationship of %s", id)
                .isNotEmpty()
                .isSubsetOf(expected.relationships());
        all.assertThat(verdict.flags()).as("flags of %s", id).isEqualTo(expected.flags());
    }

    private static void historical(SoftAssertions all, String id, Past past, Verdict verdict) {
        all.assertThat(verdict.relationships())
                .as("relationships of %s", id)
                .containsAnyElementsOf(List.of(past.relationships()));
        all.assertThat(verdict.relationship().stream())
                .as("relationship of %s", id)
                .isSubsetOf(past.relationships());
        past.alliance()
                .ifPresent(alliance -> all.assertThat(verdict.likelihood().value() >= NO_ALLIANCE_BELOW)
                        .as("an alliance in %s at %s", id, verdict.likelihood())
                        .isEqualTo(alliance));
        all.assertThat(verdict.flags().contains(VerdictFlag.HOLLOW_ALLIANCE))
                .as("a hollow alliance in %s", id)
                .isEqualTo(past.hollow());
    }

    /** Expectations from the notes of the scenarios beyond band and state. */
    private static void details(SoftAssertions all) {
        all.assertThat(Shipped.assess("western-reengagement")
                        .balance()
                        .partnership()
                        .value())
                .as("depth of western-reengagement")
                .isLessThan(Shipped.assess("status-quo-2025")
                                .balance()
                                .partnership()
                                .value()
                        - WELL_BELOW);
        Map.of(
                        "baseline-2018", ConfidenceLevel.MODERATE,
                        "taiwan-war", ConfidenceLevel.LOW,
                        "total-decoupling", ConfidenceLevel.LOW)
                .forEach((id, level) -> all.assertThat(
                                Shipped.assess(id).confidence().level())
                        .as("confidence of %s", id)
                        .isEqualTo(level));
        all.assertThat(Shipped.assess("baseline-2018").groups().stream()
                        .filter(result -> result.group().kind() == GroupKind.BARRIER)
                        .min(Comparator.comparing(GroupResult::alliancePoints))
                        .orElseThrow()
                        .group()
                        .id())
                .as("the leading barrier of baseline-2018")
                .isEqualTo("us_reaction");
    }

    /** In a scenario or a case of its book. */
    @ParameterizedTest
    @ValueSource(strings = {"", "rival", "us-india"})
    void everyRuleFiresSomewhereAndFailsToFireSomewhere(String name) {
        Path folder = Shipped.RULES.resolve(name);
        LoadedRuleBook book = Shipped.open(folder);
        Assessor assessor = new Assessor(book);
        CaseFiles cases = CaseFiles.read(CaseFiles.folder(folder), book.book(), Shipped.shelf(book));
        List<LedgerRow> rows = Stream.concat(
                        Shipped.scenarios(book).stream(),
                        cases.cases().stream()
                                .flatMap(one -> one.situations().stream())
                                .map(Situation::scenario))
                .flatMap(scenario -> assessor.assess(scenario).ledger().stream())
                .toList();
        for (boolean fired : List.of(true, false)) {
            assertThat(rows)
                    .filteredOn(row -> row.fired() == fired)
                    .extracting(LedgerRow::rule)
                    .containsAll(book.book().rules());
        }
    }

    /** Barriers, drivers and mechanisms, each numbered without a gap. */
    @Test
    void inventoryListsEveryItemOnce() {
        List<String> ids = Shipped.BOOK.inventory().stream()
                .filter(item -> !item.review())
                .map(InventoryItem::id)
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(Stream.of("BR", "DR", "M")
                        .flatMap(letters -> IntStream.rangeClosed(1, (int) ids.stream()
                                        .filter(id -> id.startsWith(letters + "-"))
                                        .count())
                                .mapToObj(n -> "%s-%02d".formatted(letters, n)))
                        .toList());
    }

    /** That no item is missing is checked when the book is opened, see {@code books/inventory-gap}. */
    @Test
    void whatIsLeftOutHasAReason() {
        assertThat(Shipped.BOOK.inventory())
                .allSatisfy(item -> assertThat(item.leftOut().stream()).allMatch(reason -> reason.length() > A_REASON));
    }
}
