package entente.quality.coverage;

import entente.model.Grade;
import entente.model.Points;
import entente.model.RuleCondition;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Ceiling;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.coverage.CoverageItem.Kind;
import entente.scoring.Assessor.PointAssessment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts statuses, conditions and effects of each rule over many ledgers. */
final class CoverageTally {

    private final RuleBook book;
    private final List<Map<LedgerStatus, Integer>> statuses = new ArrayList<>();
    private final List<int[][]> conditions = new ArrayList<>();
    private final List<Map<String, Integer>> silences = new ArrayList<>();
    private final Map<String, Map<Kind, Integer>> uses = new TreeMap<>();

    CoverageTally(RuleBook book) {
        this.book = book;
        for (Rule rule : book.rules()) {
            Map<LedgerStatus, Integer> none = new EnumMap<>(LedgerStatus.class);
            List.of(LedgerStatus.values()).forEach(status -> none.put(status, 0));
            statuses.add(none);
            conditions.add(new int[rule.conditions().size()][4]);
            Map<String, Integer> claims = new TreeMap<>();
            book.rules().stream()
                    .filter(other -> rule.overrides(other) && canHoldTogether(rule, other))
                    .forEach(other -> claims.put(other.id(), 0));
            silences.add(claims);
            uses.put(rule.id(), uses(rule));
        }
    }

    /** Whether both can hold at once; an override cannot silence a claim that excludes it. */
    private static boolean canHoldTogether(Rule one, Rule other) {
        List<RuleCondition> all = Stream.concat(one.conditions().stream(), other.conditions().stream())
                .toList();
        return all.stream()
                .map(RuleCondition::indicator)
                .allMatch(indicator -> Stream.of(Grade.values())
                        .anyMatch(grade -> all.stream()
                                .filter(condition -> condition.indicator().equals(indicator))
                                .allMatch(condition -> condition.isMetBy(grade))));
    }

    /** The effects that the parameters of a ceiling allow. */
    private Map<Kind, Integer> uses(Rule rule) {
        Map<Kind, Integer> none = new EnumMap<>(Kind.class);
        rule.ceiling()
                .map(kind -> Objects.requireNonNull(book.ceilings().get(kind)))
                .ifPresent(ceiling -> {
                    none.put(Kind.IN_FORCE, 0);
                    if (ceiling.kneePercent().isPresent() && ceiling.share() > 0) {
                        none.put(Kind.TAKES_BACK, 0);
                    }
                    if (ceiling.limitPercent().isPresent()) {
                        none.put(Kind.AT_LIMIT, 0);
                    }
                });
        return none;
    }

    void add(PointAssessment findings) {
        List<LedgerRow> rows = findings.ledger();
        for (int r = 0; r < rows.size(); r++) {
            LedgerRow row = rows.get(r);
            statuses.get(r).merge(row.status(), 1, Integer::sum);
            conditions(row.conditions(), conditions.get(r));
            if (row.fired() && row.rule().kind() == RuleKind.OVERRIDE) {
                for (LedgerRow other : rows) {
                    if (other.status() == LedgerStatus.OVERRIDDEN) {
                        silences.get(r).computeIfPresent(other.rule().id(), (id, times) -> times + 1);
                    }
                }
            }
        }
        ceilings(findings);
    }

    private static void conditions(List<ConditionResult> rows, int[][] counts) {
        long holding = rows.stream().filter(ConditionResult::met).count();
        for (int c = 0; c < counts.length; c++) {
            ConditionResult row = rows.get(c);
            boolean fails = !row.met() && !row.unknown();
            boolean othersHold = holding - (row.met() ? 1 : 0) == rows.size() - 1;
            counts[c][0] += row.met() ? 1 : 0;
            counts[c][1] += fails ? 1 : 0;
            counts[c][2] += row.met() && othersHold ? 1 : 0;
            counts[c][3] += fails && othersHold ? 1 : 0;
        }
    }

    private void ceilings(PointAssessment findings) {
        Points left = findings.balance().raw();
        for (CeilingEffect effect : findings.balance().ceilings()) {
            Ceiling ceiling = effect.ceiling();
            left = left.minus(effect.reduction());
            Map<Kind, Integer> seen = Objects.requireNonNull(uses.get(effect.rule()));
            count(seen, Kind.IN_FORCE, true);
            boolean stopped = effect.reduction().compareTo(Points.ZERO) > 0 && left.equals(ceiling.limit());
            count(seen, Kind.AT_LIMIT, stopped);
            count(seen, Kind.TAKES_BACK, effect.reduction().compareTo(Points.ZERO) > 0 && !stopped);
        }
    }

    private static void count(Map<Kind, Integer> seen, Kind use, boolean happened) {
        seen.computeIfPresent(use, (same, times) -> times + (happened ? 1 : 0));
    }

    List<RuleCoverage> rules() {
        List<RuleCoverage> rules = new ArrayList<>();
        for (int r = 0; r < book.rules().size(); r++) {
            Rule rule = book.rules().get(r);
            List<ConditionCoverage> counted = new ArrayList<>();
            for (int c = 0; c < rule.conditions().size(); c++) {
                int[] counts = conditions.get(r)[c];
                counted.add(
                        new ConditionCoverage(rule.conditions().get(c), counts[0], counts[1], counts[2], counts[3]));
            }
            rules.add(new RuleCoverage(
                    rule, statuses.get(r), counted, silences.get(r), Objects.requireNonNull(uses.get(rule.id()))));
        }
        return rules;
    }
}
