package entente.rulebook;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.RuleCondition;
import entente.model.rule.InventoryItem;
import entente.model.rule.RelationshipThresholds;
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

/** Validates rules against the catalogue, the article and each other. */
final class RuleBookChecker {

    private final Optional<Catalogue> catalogue;
    private final Optional<Article> article;
    private final Optional<RelationshipThresholds> relationship;
    private final FaultCollector faults;

    /**
     * Creates a checker; checks without the required input are skipped.
     *
     * @param catalogue empty if it could not be read
     * @param article empty if it could not be read
     * @param relationship empty if it could not be read
     */
    RuleBookChecker(
            Optional<Catalogue> catalogue,
            Optional<Article> article,
            Optional<RelationshipThresholds> relationship,
            FaultCollector faults) {
        this.relationship = relationship;
        this.catalogue = catalogue;
        this.article = article;
        this.faults = faults;
    }

    /** @param complete whether these are all rules of the book; otherwise missing references are not reported */
    void check(List<LocatedRule> rules, boolean complete) {
        checkDuplicates(rules);
        for (LocatedRule located : rules) {
            checkRepeatedConditions(located);
            relationship.ifPresent(r -> checkPact(located, r));
            catalogue.ifPresent(c -> checkIds(located, c));
            article.ifPresent(a -> checkCitations(located, a));
        }
        if (complete) {
            checkOverrides(rules);
            article.ifPresent(a -> checkInventory(rules, a));
        }
    }

    private void checkDuplicates(List<LocatedRule> rules) {
        Map<String, LocatedRule> ids = new TreeMap<>();
        Map<String, LocatedRule> claims = new TreeMap<>();
        for (LocatedRule located : rules) {
            reportDuplicate(
                    ids.putIfAbsent(located.rule().id(), located),
                    located,
                    "DUPLICATE_ID",
                    "id " + located.rule().id());
            reportDuplicate(claims.putIfAbsent(located.rule().claim(), located), located, "DUPLICATE_CLAIM", "claim");
            if (catalogue.stream()
                    .flatMap(c -> c.groups().stream())
                    .anyMatch(g -> g.id().equals(located.rule().id()))) {
                faults.add(located.file(), located.line(), "DUPLICATE_ID", "A group has this id already.");
            }
        }
    }

    private void reportDuplicate(@Nullable LocatedRule first, LocatedRule second, String code, String what) {
        if (first != null) {
            faults.add(
                    second.file(),
                    second.line(),
                    code,
                    "The " + what + " is already used in " + first.file() + ", line " + first.line() + ".");
        }
    }

    private void checkIds(LocatedRule located, Catalogue catalogue) {
        Rule rule = located.rule();
        Set<String> groups = catalogue.groups().stream().map(Group::id).collect(Collectors.toSet());
        boolean interplay = rule.group().equals(Group.INTERPLAY.id());
        if (!interplay && !groups.contains(rule.group())) {
            reportUnknown(located, "UNKNOWN_GROUP", "group", rule.group(), groups);
        } else if (interplay == (rule.kind() == RuleKind.CLAIM)) {
            faults.add(
                    located.file(),
                    located.line(),
                    "BAD_EFFECT",
                    "Overrides and ceilings belong to the group interplay, and only they.");
        }
        Set<String> indicators = catalogue.positions().keySet();
        rule.conditions().stream()
                .map(RuleCondition::indicator)
                .filter(id -> !indicators.contains(id))
                .forEach(id -> reportUnknown(located, "UNKNOWN_INDICATOR", "indicator", id, indicators));
    }

    /** A pact in force implies a formal alliance, so a claim about it must have a positive alliance weight. */
    private void checkPact(LocatedRule located, RelationshipThresholds relationship) {
        Rule rule = located.rule();
        boolean positive = rule.alliance().filter(w -> w.direction() > 0).isPresent();
        if (relationship.isPact(rule) && !positive) {
            faults.add(
                    located.file(),
                    located.line(),
                    "BAD_EFFECT",
                    "A claim tagged " + relationship.pactTag()
                            + " states that a defence treaty is in force, so it needs a positive @alliance weight.");
        }
    }

    private void checkRepeatedConditions(LocatedRule located) {
        Set<String> conditions = new HashSet<>();
        located.rule().conditions().stream()
                .filter(c -> !conditions.add(c.indicator() + c.comparison()))
                .forEach(c -> faults.add(
                        located.file(),
                        located.line(),
                        "ASKED_TWICE",
                        "The rule has two conditions of the same kind on " + c.indicator() + "."));
    }

    private void checkCitations(LocatedRule located, Article article) {
        located.rule().cites().stream()
                .filter(c -> Article.isCitation(c) && !article.has(c))
                .forEach(c -> faults.add(
                        located.file(), located.line(), "BAD_CITATION", "The article has no paragraph " + c + "."));
        Set<String> items = article.items().stream().map(InventoryItem::id).collect(Collectors.toSet());
        located.rule().encodes().stream()
                .filter(e -> !items.contains(e))
                .forEach(e -> reportUnknown(located, "UNKNOWN_ITEM", "item of the inventory", e, items));
    }

    private void reportUnknown(LocatedRule located, String code, String what, String id, Set<String> known) {
        Optional<String> suggestion = Suggestion.closest(id, known);
        faults.add(
                located.file(),
                located.line(),
                code,
                "There is no " + what + " \"" + Text.excerpt(id) + "\"."
                        + suggestion.map(m -> " Did you mean " + m + "?").orElse(""));
    }

    private void checkOverrides(List<LocatedRule> rules) {
        Set<String> tags = rules.stream().flatMap(r -> r.rule().tags().stream()).collect(Collectors.toSet());
        for (LocatedRule located : rules) {
            located.rule().overrides().stream()
                    .filter(tag -> !tags.contains(tag))
                    .forEach(tag -> reportUnknown(located, "UNKNOWN_TAG", "rule tagged", tag, tags));
            if (located.rule().kind() == RuleKind.OVERRIDE
                    && !located.rule().tags().isEmpty()) {
                faults.add(located.file(), located.line(), "BAD_EFFECT", "An override cannot itself be overridden.");
            }
        }
    }

    private void checkInventory(List<LocatedRule> rules, Article article) {
        Set<String> encoded =
                rules.stream().flatMap(r -> r.rule().encodes().stream()).collect(Collectors.toSet());
        for (InventoryItem item : article.items()) {
            boolean isEncoded = encoded.contains(item.id());
            if (isEncoded == item.leftOut().isPresent()) {
                faults.add(
                        RuleBookFolder.INVENTORY,
                        article.lines().getOrDefault(item.id(), 0),
                        "INVENTORY_GAP",
                        item.id()
                                + (isEncoded
                                        ? " is encoded although it is marked as left out."
                                        : " is neither encoded nor left out with a reason."));
            }
        }
    }
}
