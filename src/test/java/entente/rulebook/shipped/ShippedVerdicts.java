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

import entente.model.Band;
import entente.model.Group.GroupKind;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.testkit.Shipped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expected verdict of each shipped scenario, checked against a book. */
public final class ShippedVerdicts {

    private static final int NO_ALLIANCE_BELOW = 20;
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

    private static final Map<String, Scenario> SCENARIOS =
            Shipped.scenarioIds().stream().collect(Collectors.toMap(id -> id, Shipped::scenario));

    private ShippedVerdicts() {}

    static boolean covers(String id) {
        return PROSPECTIVE.containsKey(id) != HISTORICAL.containsKey(id);
    }

    /** A line for each deviation, computed lazily. */
    public static Stream<String> misses(Function<Scenario, Assessment> assessor) {
        return Stream.of(
                        PROSPECTIVE.entrySet().stream().flatMap(e -> prospective(assessor, e.getKey(), e.getValue())),
                        HISTORICAL.entrySet().stream().flatMap(e -> historical(assessor, e.getKey(), e.getValue())),
                        Stream.of(assessor).flatMap(ShippedVerdicts::details))
                .flatMap(lines -> lines);
    }

    private static Assessment assess(Function<Scenario, Assessment> assessor, String id) {
        return assessor.apply(Objects.requireNonNull(SCENARIOS.get(id)));
    }

    private static Stream<String> miss(boolean hit, String what, Object came) {
        return hit ? Stream.empty() : Stream.of(what + " came " + came);
    }

    private static Stream<String> prospective(Function<Scenario, Assessment> assessor, String id, Expected expected) {
        Verdict verdict = assess(assessor, id).verdict();
        return Stream.of(
                        miss(
                                verdict.likelihood().band() == expected.band(),
                                id + ": band " + expected.band(),
                                verdict.likelihood()),
                        miss(
                                verdict.relationship()
                                        .filter(List.of(expected.relationships())::contains)
                                        .isPresent(),
                                id + ": relationship " + List.of(expected.relationships()),
                                verdict.relationship()),
                        miss(
                                verdict.flags().equals(expected.flags()),
                                id + ": flags " + expected.flags(),
                                verdict.flags()))
                .flatMap(lines -> lines);
    }

    private static Stream<String> historical(Function<Scenario, Assessment> assessor, String id, Past past) {
        Verdict verdict = assess(assessor, id).verdict();
        List<Relationship> states = List.of(past.relationships());
        boolean alliance = verdict.likelihood().value() >= NO_ALLIANCE_BELOW;
        boolean hollow = verdict.flags().contains(VerdictFlag.HOLLOW_ALLIANCE);
        return Stream.of(
                        miss(
                                verdict.relationships().stream().anyMatch(states::contains),
                                id + ": relationships " + states,
                                verdict.relationships()),
                        miss(
                                verdict.relationship().stream().allMatch(states::contains),
                                id + ": relationship " + states,
                                verdict.relationship()),
                        miss(
                                past.alliance().stream().allMatch(a -> a == alliance),
                                id + ": an alliance " + past.alliance(),
                                verdict.likelihood()),
                        miss(hollow == past.hollow(), id + ": hollow " + past.hollow(), hollow))
                .flatMap(lines -> lines);
    }

    /** Expectations from the notes of the scenarios beyond band and state. */
    private static Stream<String> details(Function<Scenario, Assessment> assessor) {
        PointBalance today = assess(assessor, "status-quo-2025").balance();
        double depth = today.partnership().value();
        double apart =
                assess(assessor, "western-reengagement").balance().partnership().value();
        Assessment baseline = assess(assessor, "baseline-2018");
        ConfidenceLevel level = baseline.confidence().level();
        String first = baseline.groups().stream()
                .filter(g -> g.group().kind() == GroupKind.BARRIER)
                .min(Comparator.comparing(GroupResult::alliancePoints))
                .orElseThrow()
                .group()
                .id();
        return Stream.concat(
                Stream.of(
                                miss(
                                        apart < depth - WELL_BELOW,
                                        "western-reengagement: P well below that of 2025, " + depth,
                                        apart),
                                miss(level == ConfidenceLevel.MODERATE, "baseline-2018: confidence MODERATE", level),
                                miss(
                                        first.equals("us_reaction"),
                                        "baseline-2018: the leading barrier us_reaction",
                                        first))
                        .flatMap(lines -> lines),
                Stream.of("taiwan-war", "total-decoupling").flatMap(id -> {
                    ConfidenceLevel low = assess(assessor, id).confidence().level();
                    return miss(low == ConfidenceLevel.LOW, id + ": confidence LOW", low);
                }));
    }
}
