package entente.quality.cases;

import entente.model.Numbers;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outcome of a situation under a rule book, in the notation of expectations. */
final class CaseOutcome {

    static final String NONE = "none";

    private final Assessor assessor;
    private final Scenario scenario;
    private final PointAssessment findings;

    CaseOutcome(Assessor assessor, Scenario scenario) {
        this.assessor = assessor;
        this.scenario = scenario;
        this.findings = assessor.pointAssessment(scenario);
    }

    private String of(String rule, Function<LedgerRow, String> member) {
        return findings.ledger().stream()
                .filter(row -> row.rule().id().equals(rule))
                .findFirst()
                .map(member)
                .orElse("no such rule");
    }

    String status(String rule) {
        return of(
                rule,
                row -> row.status() == LedgerStatus.OVERRIDDEN
                        ? overridden(row.overriddenBy().orElseThrow())
                        : row.status().name());
    }

    static String overridden(String by) {
        return LedgerStatus.OVERRIDDEN + " by " + by;
    }

    String points(String rule, Function<LedgerRow, Points> member) {
        return of(rule, row -> points(member.apply(row)));
    }

    String percent() {
        return Numbers.plain(findings.likelihood().value());
    }

    String band() {
        return findings.likelihood().band().name();
    }

    String relationship() {
        return findings.relationship().map(Relationship::name).orElse(NONE);
    }

    /** All relationships that the unknown readings allow; much slower than the other values. */
    String relationships() {
        return names(assessor.assess(scenario).verdict().relationships());
    }

    String commitment() {
        return findings.commitment().name();
    }

    String flags() {
        return names(findings.flags().stream().sorted().toList());
    }

    String balance(Function<PointBalance, Points> member) {
        return points(member.apply(findings.balance()));
    }

    String ceilings() {
        return ceilings(findings.balance().ceilings().stream()
                .map(effect -> ceiling(effect.rule(), effect.reduction()))
                .toList());
    }

    static String ceiling(String rule, Points takenBack) {
        return rule + " " + points(takenBack);
    }

    static String ceilings(List<String> effects) {
        return effects.isEmpty() ? NONE : effects.stream().sorted().collect(Collectors.joining(", "));
    }

    static String points(Points points) {
        return Numbers.plain(points.value());
    }

    static String names(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty() ? NONE : constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
