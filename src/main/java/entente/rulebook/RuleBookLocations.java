package entente.rulebook;

import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBookLocation;
import java.util.List;
import java.util.Map;

/**
 * Where in its files each part of a book stands, for whoever speaks of a part by its id. A compiled book knows no
 * lines, so they are read from the files each time.
 *
 * @param permissions what the comments of the book allow the linter to find
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations, List<LintSuppression> suppressions) {

    /** Where the rule begins. */
    public RuleBookLocation rule(String id) {
        return at("rule", id);
    }

    /** Where the nth condition of a rule stands, from 0. */
    public RuleBookLocation condition(String rule, int n) {
        return at("rule", rule, n);
    }

    public RuleBookLocation indicator(String id) {
        return at("indicator", id);
    }

    /** Where the nth cut point of an indicator stands, from 0; its anchor, where anchors are the grades. */
    public RuleBookLocation cutPoint(String indicator, int n) {
        return at("indicator", indicator, "cut", n);
    }

    public RuleBookLocation anchor(String indicator, int value) {
        return at("indicator", indicator, "anchor", value);
    }

    public RuleBookLocation group(String id) {
        return at("group", id);
    }

    /** Where an item of the inventory stands. */
    public RuleBookLocation item(String id) {
        return at("item", id);
    }

    public RuleBookLocation weight(Question question, Strength strength) {
        return at("weight", question, strength);
    }

    public RuleBookLocation ceiling(CeilingKind kind) {
        return at("ceiling", kind);
    }

    public RuleBookLocation floor(Relationship state) {
        return at("floor", state);
    }

    /** Whether it stands in the catalogue of the book above, which this book shares and that one answers for. */
    public boolean inSharedCatalogue(RuleBookLocation place) {
        return place.file().startsWith(RuleBookFolder.PARENT);
    }

    private RuleBookLocation at(Object... words) {
        return locations.getOrDefault(key(words), RuleBookLocation.NONE);
    }

    static String key(Object... words) {
        StringBuilder key = new StringBuilder();
        for (Object word : words) {
            key.append(word).append('/');
        }
        return key.toString();
    }
}
