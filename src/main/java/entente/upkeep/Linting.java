package entente.upkeep;

import entente.domain.BookPlace;
import entente.domain.InventoryItem;
import entente.domain.LintCode;
import entente.domain.LintFinding;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.RuleKind;
import entente.rules.BookPlaces;
import entente.rules.Interruption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A book under the linter: what each rule asks as a region of the finite space, and what has been found so far. */
final class Linting {

    private final RuleBook book;
    private final List<InventoryItem> inventory;
    private final BookPlaces places;
    private final Space space;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final List<LintFinding> findings = new ArrayList<>();

    Linting(RuleBook book, List<InventoryItem> inventory, BookPlaces places) {
        this.book = book;
        this.inventory = inventory;
        this.places = places;
        this.space = Space.of(book.catalogue());
        book.rules().forEach(rule -> regions.put(rule.id(), Region.of(rule, space)));
    }

    RuleBook book() {
        return book;
    }

    List<InventoryItem> inventory() {
        return inventory;
    }

    BookPlaces places() {
        return places;
    }

    Space space() {
        return space;
    }

    /** What a rule asks; every long search of the linter passes here. */
    Region region(Rule rule) {
        Interruption.check();
        return Objects.requireNonNull(regions.get(rule.id()));
    }

    List<LintFinding> findings() {
        return findings;
    }

    /** Whether a rule has a proved fault of one of these kinds, so that nothing that follows from it need be said. */
    boolean found(Rule rule, LintCode... codes) {
        return findings.stream()
                .anyMatch(f -> f.subject().equals(rule.id()) && List.of(codes).contains(f.code()));
    }

    /** Whether a ceiling stands twice in the book: then neither matters while the other is there. */
    boolean repeated(Rule rule) {
        return rule.kind() == RuleKind.CEILING
                && findings.stream()
                        .filter(f -> f.code() == LintCode.DUPLICATE_RULE)
                        .anyMatch(
                                f -> f.subject().equals(rule.id()) || f.facts().contains(rule.id()));
    }

    void add(LintCode code, BookPlace place, String subject, String... facts) {
        findings.add(new LintFinding(code, place, subject, List.of(facts), Optional.empty()));
    }

    void add(LintCode code, Rule rule, String... facts) {
        add(code, places.rule(rule.id()), rule.id(), facts);
    }

    /** Whether the one rule, if it holds, silences the other. */
    static boolean silences(Rule override, Rule rule) {
        return override.overrides().stream().anyMatch(rule.tags()::contains);
    }
}
