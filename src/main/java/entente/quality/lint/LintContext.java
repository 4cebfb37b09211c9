package entente.quality.lint;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import entente.rulebook.InterruptionCheck;
import entente.rulebook.RuleBookLocations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule book under check: the grade region of each rule, and the findings so far. */
record LintContext(
        RuleBook book,
        List<InventoryItem> inventory,
        RuleBookLocations locations,
        GradeRegion space,
        Map<String, GradeRegion> regions,
        List<LintFinding> findings) {

    static LintContext of(RuleBook book, List<InventoryItem> inventory, RuleBookLocations locations) {
        GradeRegion space = GradeRegion.of(book.catalogue());
        Map<String, GradeRegion> regions = new LinkedHashMap<>();
        book.rules().forEach(rule -> regions.put(rule.id(), GradeRegion.of(rule, space)));
        return new LintContext(book, inventory, locations, space, regions, new ArrayList<>());
    }

    /** The region of a rule; also checks for interruption, since every long search calls it. */
    GradeRegion region(Rule rule) {
        InterruptionCheck.check();
        return Objects.requireNonNull(regions.get(rule.id()));
    }

    /** Whether a rule has a finding with one of these codes, so that consequences need not be reported. */
    boolean hasFinding(Rule rule, LintCode... codes) {
        return findings.stream()
                .anyMatch(f -> f.subject().equals(rule.id()) && List.of(codes).contains(f.code()));
    }

    /** Whether a ceiling is duplicated: then neither has an effect of its own. */
    boolean isDuplicateCeiling(Rule rule) {
        return rule.kind() == RuleKind.CEILING
                && findings.stream()
                        .filter(f -> f.code() == LintCode.DUPLICATE_RULE)
                        .anyMatch(
                                f -> f.subject().equals(rule.id()) || f.facts().contains(rule.id()));
    }

    void add(LintCode code, RuleBookLocation location, String subject, String... facts) {
        findings.add(new LintFinding(code, location, subject, List.of(facts), Optional.empty()));
    }

    void add(LintCode code, Rule rule, String... facts) {
        add(code, locations.at("rule", rule.id()), rule.id(), facts);
    }

    void add(LintCode code, Indicator indicator, String... facts) {
        add(code, locations.at("indicator", indicator.id()), indicator.id(), facts);
    }

    /** A finding on the nth condition of a rule. */
    void add(LintCode code, Rule rule, int condition, String... facts) {
        add(code, locations.at("rule", rule.id(), condition), rule.id(), facts);
    }

    /** A finding on the cut point where a grade begins, its first fact; the lowest grade begins at no cut point. */
    void add(LintCode code, Indicator indicator, Grade grade, String... facts) {
        RuleBookLocation location = grade == Grade.VERY_LOW
                ? locations.at("indicator", indicator.id())
                : locations.at("indicator", indicator.id(), "cut", grade.ordinal() - Grade.LOW.ordinal());
        String[] all = Stream.concat(Stream.of(grade.name()), Stream.of(facts)).toArray(String[]::new);
        add(code, location, indicator.id(), all);
    }
}
