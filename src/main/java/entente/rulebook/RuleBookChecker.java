package entente.rulebook;

import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.Inventory.KeyAssumption;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.RelationshipThresholds;
import entente.model.rule.RuleBook.WeightTable;
import entente.model.rule.RuleKind;
import entente.rulebook.DrlReader.LocatedRule;
import entente.rulebook.InventoryReader.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Validates rules against the catalogue, the article and each other; skips checks against what could not be read. */
@RequiredArgsConstructor
final class RuleBookChecker {

    private final Optional<Catalogue> catalogue;
    private final Optional<Article> article;
    private final Optional<RuleBook> numbers;
    private final FaultCollector faults;

    /** @param complete whether these are all rules of the book; otherwise missing references are not reported */
    void check(List<LocatedRule> rules, boolean complete) {
        checkDuplicates(rules);
        for (LocatedRule located : rules) {
            numbers.ifPresent(n -> checkStrengths(located, n.weights()));
            if (located.rule().isLaterStep()) {
                continue;
            }
            checkRepeatedConditions(located);
            numbers.ifPresent(n -> checkPact(located, n.relationship()));
            catalogue.ifPresent(c -> checkIds(located, c));
            article.ifPresent(a -> checkCitations(located, a));
        }
        if (complete) {
            checkOverrides(rules);
            article.ifPresent(a -> checkInventory(rules, a));
            catalogue.ifPresent(c -> article.ifPresent(a -> checkKeyAssumptions(a, c)));
        }
    }

    private void checkDuplicates(List<LocatedRule> rules) {
        Map<String, LocatedRule> ids = new TreeMap<>();
        Map<String, LocatedRule> claims = new TreeMap<>();
        for (LocatedRule located : rules) {
            String id = located.rule().id();
            reportDuplicate(ids.putIfAbsent(id, located), located, "DUPLICATE_ID", "id " + id);
            if (!located.rule().isLaterStep()) {
                reportDuplicate(
                        claims.putIfAbsent(located.rule().claim(), located), located, "DUPLICATE_CLAIM", "claim");
            }
            if (catalogue.stream().flatMap(c -> c.groups().stream()).anyMatch(g -> g.id().equals(id))) {
                report(located, "DUPLICATE_ID", "A group has this id already.");
            }
        }
    }

    private void reportDuplicate(@Nullable LocatedRule first, LocatedRule second, String code, String what) {
        if (first != null) {
            report(
                    second,
                    code,
                    "The " + what + " is already used in " + first.file() + ", line " + first.line() + ".");
        }
    }

    private void report(LocatedRule located, String code, String detail) {
        faults.add(located.file(), located.line(), code, detail);
    }

    private void checkIds(LocatedRule located, Catalogue catalogue) {
        Rule rule = located.rule();
        Set<String> groups = catalogue.groups().stream().map(Group::id).collect(Collectors.toSet());
        boolean interplay = rule.group().equals(Group.INTERPLAY.id());
        if (!interplay && !groups.contains(rule.group())) {
            reportUnknown(located, "UNKNOWN_GROUP", "group", rule.group(), groups);
        } else if (interplay == (rule.kind() == RuleKind.CLAIM)) {
            report(located, "BAD_EFFECT", "Overrides and ceilings belong to the group interplay, and only they.");
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
            report(
                    located,
                    "BAD_EFFECT",
                    "A claim tagged " + relationship.pactTag()
                            + " states that a defence treaty is in force, so it needs a positive @alliance weight.");
        }
    }

    /** A question without any strength is a fault of its own. */
    private void checkStrengths(LocatedRule located, WeightTable weights) {
        for (Question question : Question.values()) {
            Set<Strength> defined = weights.of(question).keySet();
            located.rule()
                    .weight(question)
                    .map(Weight::strength)
                    .filter(strength -> !defined.isEmpty() && !defined.contains(strength))
                    .ifPresent(strength -> report(
                            located,
                            "UNDEFINED_STRENGTH",
                            RuleBookFolder.WEIGHTS + " gives no points to " + strength + " on the "
                                    + question.name().toLowerCase(Locale.ROOT) + "."));
        }
    }

    private void checkRepeatedConditions(LocatedRule located) {
        Set<String> conditions = new HashSet<>();
        located.rule().conditions().stream()
                .filter(c -> !conditions.add(c.indicator() + c.comparison()))
                .forEach(c -> report(
                        located,
                        "REPEATED_CONDITION",
                        "The rule has two conditions of the same kind on " + c.indicator() + "."));
    }

    private void checkCitations(LocatedRule located, Article article) {
        located.rule().cites().stream()
                .filter(c -> Article.isCitation(c) && !article.has(c))
                .forEach(c -> report(located, "BAD_CITATION", "The article has no paragraph " + c + "."));
        Set<String> items =
                article.inventory().items().stream().map(InventoryItem::id).collect(Collectors.toSet());
        located.rule().encodes().stream()
                .filter(e -> !items.contains(e))
                .forEach(e -> reportUnknown(located, "UNKNOWN_ITEM", "item of the inventory", e, items));
    }

    private void reportUnknown(LocatedRule located, String code, String what, String id, Set<String> known) {
        report(located, code, unknown(what, id, known));
    }

    private static String unknown(String what, String id, Set<String> known) {
        return "There is no " + what + " \"" + Text.excerpt(id) + "\"." + FaultCollector.hint("", id, known);
    }

    private void checkOverrides(List<LocatedRule> rules) {
        Set<String> tags = rules.stream().flatMap(r -> r.rule().tags().stream()).collect(Collectors.toSet());
        for (LocatedRule located : rules) {
            located.rule().overrides().stream()
                    .filter(tag -> !tags.contains(tag))
                    .forEach(tag -> reportUnknown(located, "UNKNOWN_TAG", "rule tagged", tag, tags));
            if (located.rule().kind() == RuleKind.OVERRIDE
                    && !located.rule().tags().isEmpty()) {
                report(located, "BAD_EFFECT", "An override cannot itself be overridden.");
            }
        }
    }

    private void checkInventory(List<LocatedRule> rules, Article article) {
        Set<String> encoded =
                rules.stream().flatMap(r -> r.rule().encodes().stream()).collect(Collectors.toSet());
        for (InventoryItem item : article.inventory().items()) {
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

    private void checkKeyAssumptions(Article article, Catalogue catalogue) {
        Set<String> ids = catalogue.positions().keySet();
        List<KeyAssumption> assumptions = article.inventory().keyAssumptions();
        for (int i = 0; i < assumptions.size(); i++) {
            String id = assumptions.get(i).indicator();
            if (!ids.contains(id)) {
                int line = article.assumptionLines().get(i);
                faults.add(RuleBookFolder.INVENTORY, line, "UNKNOWN_INDICATOR", unknown("indicator", id, ids));
            }
        }
    }
}
