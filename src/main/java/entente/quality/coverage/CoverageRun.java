package entente.quality.coverage;

import entente.model.Grade;
import entente.model.Points;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.cases.RuleCase;
import entente.quality.coverage.CoverageItem.Kind;
import entente.quality.coverage.RuleCoverage.ConditionCoverage;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assesses cases and scenarios and counts statuses, conditions and effects of every rule. */
public final class CoverageRun {

    private final Map<String, RuleCoverage> rules = new LinkedHashMap<>();

    private CoverageRun(RuleBook book) {
        for (Rule rule : book.rules()) {
            Map<String, Integer> silences = new TreeMap<>();
            book.rules().stream()
                    .filter(other -> rule.overrides(other) && canHoldTogether(rule, other))
                    .forEach(other -> silences.put(other.id(), 0));
            List<ConditionCoverage> conditions = rule.conditions().stream()
                    .map(condition -> new ConditionCoverage(condition, 0, 0, 0, 0))
                    .collect(Collectors.toList());
            Map<LedgerStatus, Integer> statuses = new EnumMap<>(LedgerStatus.class);
            rules.put(rule.id(), new RuleCoverage(rule, statuses, conditions, silences, uses(rule, book)));
        }
    }

    public static Coverage of(RuleBook book, Assessor assessor, List<RuleCase> cases, List<Scenario> scenarios) {
        List<Scenario> situations = Stream.concat(
                        cases.stream().flatMap(one -> one.situations().stream()).map(RuleCase.Situation::scenario),
                        scenarios.stream())
                .toList();
        CoverageRun run = new CoverageRun(book);
        situations.forEach(situation -> run.add(assessor.pointAssessment(situation)));
        List<RuleCoverage> rules = List.copyOf(run.rules.values());
        return new Coverage(book.version(), book.sha256(), cases.size(), scenarios.size(), situations.size(), rules);
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
    private static Map<Kind, Integer> uses(Rule rule, RuleBook book) {
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

    private void add(PointAssessment findings) {
        for (LedgerRow row : findings.ledger()) {
            RuleCoverage rule = coverage(row.rule().id());
            rule.statuses().merge(row.status(), 1, Integer::sum);
            addConditions(rule.conditions(), row.conditions());
            if (row.fired() && row.rule().kind() == RuleKind.OVERRIDE) {
                findings.ledger().stream()
                        .filter(other -> other.status() == LedgerStatus.OVERRIDDEN)
                        .forEach(other -> count(rule.silences(), other.rule().id()));
            }
        }
        Points left = findings.balance().raw();
        for (CeilingEffect effect : findings.balance().ceilings()) {
            left = left.minus(effect.reduction());
            Map<Kind, Integer> uses = coverage(effect.rule()).uses();
            count(uses, Kind.IN_FORCE);
            if (effect.reduction().compareTo(Points.ZERO) > 0) {
                count(uses, left.equals(effect.ceiling().limit()) ? Kind.AT_LIMIT : Kind.TAKES_BACK);
            }
        }
    }

    private static void addConditions(List<ConditionCoverage> counted, List<ConditionResult> results) {
        long failing = results.stream().filter(result -> !result.met()).count();
        for (int c = 0; c < counted.size(); c++) {
            ConditionResult result = results.get(c);
            counted.set(c, counted.get(c).plus(result, failing == (result.met() ? 0 : 1)));
        }
    }

    private RuleCoverage coverage(String rule) {
        return Objects.requireNonNull(rules.get(rule));
    }

    /** Counts an occurrence of what the rule can do. */
    private static <K> void count(Map<K, Integer> counts, K occurred) {
        counts.computeIfPresent(occurred, (same, times) -> times + 1);
    }
}
