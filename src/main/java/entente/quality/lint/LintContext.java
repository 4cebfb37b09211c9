package entente.quality.lint;

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

/** A book under the linter: what each rule asks as a region of the finite space, and what has been found so far. */
final class LintContext {

    private final RuleBook book;
    private final List<InventoryItem> inventory;
    private final RuleBookLocations locations;
    private final GradeSpace space;
    private final Map<String, GradeRegion> regions = new LinkedHashMap<>();
    private final List<LintFinding> findings = new ArrayList<>();

    LintContext(RuleBook book, List<InventoryItem> inventory, RuleBookLocations places) {
        this.book = book;
        this.inventory = inventory;
        this.locations = places;
        this.space = GradeSpace.of(book.catalogue());
        book.rules().forEach(rule -> regions.put(rule.id(), GradeRegion.of(rule, space)));
    }

    RuleBook book() {
        return book;
    }

    List<InventoryItem> inventory() {
        return inventory;
    }

    RuleBookLocations locations() {
        return locations;
    }

    GradeSpace space() {
        return space;
    }

    /** What a rule asks; every long search of the linter passes here. */
    GradeRegion region(Rule rule) {
        InterruptionCheck.check();
        return Objects.requireNonNull(regions.get(rule.id()));
    }

    List<LintFinding> findings() {
        return findings;
    }

    /** Whether a rule has a proved fault of one of these kinds, so that nothing that follows from it need be said. */
    boolean hasFinding(Rule rule, LintCode... codes) {
        return findings.stream()
                .anyMatch(f -> f.subject().equals(rule.id()) && List.of(codes).contains(f.code()));
    }

    /** Whether a ceiling stands twice in the book: then neither matters while the other is there. */
    boolean isDuplicateCeiling(Rule rule) {
        return rule.kind() == RuleKind.CEILING
                && findings.stream()
                        .filter(f -> f.code() == LintCode.DUPLICATE_RULE)
                        .anyMatch(
                                f -> f.subject().equals(rule.id()) || f.facts().contains(rule.id()));
    }

    void add(LintCode code, RuleBookLocation place, String subject, String... facts) {
        findings.add(new LintFinding(code, place, subject, List.of(facts), Optional.empty()));
    }

    void add(LintCode code, Rule rule, String... facts) {
        add(code, locations.rule(rule.id()), rule.id(), facts);
    }

    /** Whether the one rule, if it holds, silences the other. */
    static boolean silences(Rule override, Rule rule) {
        return override.overrides().stream().anyMatch(rule.tags()::contains);
    }
}
