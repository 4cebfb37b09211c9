package entente.rulebook;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.RuleCondition;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.rulebook.InventoryReader.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with rules only beside the catalogue, the article and each other. */
final class RuleBookChecker {

    private static final String PACT = "pact";

    private final Optional<Catalogue> catalogue;
    private final Optional<Article> article;
    private final FaultCollector faults;

    /**
     * A checker against what there is.
     *
     * @param catalogue empty where it could not be read; then nothing is held against it
     * @param article likewise
     */
    RuleBookChecker(Optional<Catalogue> catalogue, Optional<Article> article, FaultCollector faults) {
        this.catalogue = catalogue;
        this.article = article;
        this.faults = faults;
    }

    /** @param whole whether these are all rules of the book: only then is anything missing among them */
    void check(List<LocatedRule> rules, boolean whole) {
        checkDuplicates(rules);
        for (LocatedRule placed : rules) {
            checkRepeatedConditions(placed);
            checkPact(placed);
            catalogue.ifPresent(c -> checkIds(placed, c));
            article.ifPresent(a -> checkCitations(placed, a));
        }
        if (whole) {
            checkOverrides(rules);
            article.ifPresent(a -> checkInventory(rules, a));
        }
    }

    private void checkDuplicates(List<LocatedRule> rules) {
        Map<String, LocatedRule> ids = new TreeMap<>();
        Map<String, LocatedRule> claims = new TreeMap<>();
        for (LocatedRule placed : rules) {
            reportDuplicate(
                    ids.putIfAbsent(placed.rule().id(), placed),
                    placed,
                    "DUPLICATE_ID",
                    "id " + placed.rule().id());
            reportDuplicate(claims.putIfAbsent(placed.rule().claim(), placed), placed, "DUPLICATE_CLAIM", "claim");
            if (catalogue.stream()
                    .flatMap(c -> c.groups().stream())
                    .anyMatch(g -> g.id().equals(placed.rule().id()))) {
                faults.add(placed.file(), placed.line(), "DUPLICATE_ID", "A group has this id already.");
            }
        }
    }

    private void reportDuplicate(@Nullable LocatedRule first, LocatedRule second, String code, String what) {
        if (first != null) {
            faults.add(
                    second.file(),
                    second.line(),
                    code,
                    "The " + what + " stands already in " + first.file() + ", line " + first.line() + ".");
        }
    }

    private void checkIds(LocatedRule placed, Catalogue catalogue) {
        Rule rule = placed.rule();
        Set<String> groups = catalogue.groups().stream().map(Group::id).collect(Collectors.toSet());
        boolean interplay = rule.group().equals(Group.INTERPLAY.id());
        if (!interplay && !groups.contains(rule.group())) {
            reportUnknown(placed, "UNKNOWN_GROUP", "group", rule.group(), groups);
        } else if (interplay == (rule.kind() == RuleKind.CLAIM)) {
            faults.add(
                    placed.file(),
                    placed.line(),
                    "BAD_EFFECT",
                    "Overrides and ceilings belong to the group interplay, and only they.");
        }
        Set<String> indicators = catalogue.positions().keySet();
        rule.conditions().stream()
                .map(RuleCondition::indicator)
                .filter(id -> !indicators.contains(id))
                .forEach(id -> reportUnknown(placed, "UNKNOWN_INDICATOR", "indicator", id, indicators));
    }

    /** A pact that stands makes the expected state a formal alliance, so it has to raise the alliance where it counts. */
    private void checkPact(LocatedRule placed) {
        Rule rule = placed.rule();
        boolean speaksFor = rule.alliance().filter(w -> w.direction() > 0).isPresent();
        if (rule.kind() == RuleKind.CLAIM && rule.tags().contains(PACT) && !speaksFor) {
            faults.add(
                    placed.file(),
                    placed.line(),
                    "BAD_EFFECT",
                    "A claim tagged " + PACT + " speaks of a defence treaty in force, so it weighs for an alliance.");
        }
    }

    private void checkRepeatedConditions(LocatedRule placed) {
        Set<String> asked = new HashSet<>();
        placed.rule().conditions().stream()
                .filter(c -> !asked.add(c.indicator() + c.comparison()))
                .forEach(c -> faults.add(
                        placed.file(),
                        placed.line(),
                        "ASKED_TWICE",
                        "The rule asks twice the same of " + c.indicator() + "."));
    }

    private void checkCitations(LocatedRule placed, Article article) {
        placed.rule().cites().stream()
                .filter(c -> Article.isCitation(c) && !article.has(c))
                .forEach(c -> faults.add(
                        placed.file(), placed.line(), "BAD_CITATION", "The article has no paragraph " + c + "."));
        Set<String> items = article.items().stream().map(InventoryItem::id).collect(Collectors.toSet());
        placed.rule().encodes().stream()
                .filter(e -> !items.contains(e))
                .forEach(e -> reportUnknown(placed, "UNKNOWN_ITEM", "item of the inventory", e, items));
    }

    private void reportUnknown(LocatedRule placed, String code, String what, String word, Set<String> known) {
        Optional<String> meant = Suggestion.closest(word, known);
        faults.add(
                placed.file(),
                placed.line(),
                code,
                "There is no " + what + " \"" + Text.excerpt(word) + "\"."
                        + meant.map(m -> " Did you mean " + m + "?").orElse(""));
    }

    private void checkOverrides(List<LocatedRule> rules) {
        Set<String> tags = rules.stream().flatMap(r -> r.rule().tags().stream()).collect(Collectors.toSet());
        for (LocatedRule placed : rules) {
            placed.rule().overrides().stream()
                    .filter(tag -> !tags.contains(tag))
                    .forEach(tag -> reportUnknown(placed, "UNKNOWN_TAG", "rule tagged", tag, tags));
            if (placed.rule().kind() == RuleKind.OVERRIDE
                    && !placed.rule().tags().isEmpty()) {
                faults.add(placed.file(), placed.line(), "BAD_EFFECT", "What overrides cannot itself be overridden.");
            }
        }
    }

    private void checkInventory(List<LocatedRule> rules, Article article) {
        Set<String> encoded =
                rules.stream().flatMap(r -> r.rule().encodes().stream()).collect(Collectors.toSet());
        for (InventoryItem item : article.items()) {
            boolean named = encoded.contains(item.id());
            if (named == item.leftOut().isPresent()) {
                faults.add(
                        RuleBookFolder.INVENTORY,
                        article.lines().getOrDefault(item.id(), 0),
                        "INVENTORY_GAP",
                        item.id()
                                + (named
                                        ? " is encoded, yet said to be left out."
                                        : " is neither encoded nor left out with a reason."));
            }
        }
    }
}
