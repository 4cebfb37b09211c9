package entente.rulebook;

import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBookLocation;
import java.util.List;
import java.util.Map;

/**
 * The locations of the parts of a book in its files, by id. They are read from the files each time, as a compiled book
 * has no line numbers.
 *
 * @param suppressions lint suppressions in comments of the book
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations, List<LintSuppression> suppressions) {

    /** The first line of the rule. */
    public RuleBookLocation rule(String id) {
        return at("rule", id);
    }

    /** The nth condition of a rule, from 0. */
    public RuleBookLocation condition(String rule, int n) {
        return at("rule", rule, n);
    }

    public RuleBookLocation indicator(String id) {
        return at("indicator", id);
    }

    /** The nth cut point of an indicator, from 0, or the anchor that defines it. */
    public RuleBookLocation cutPoint(String indicator, int n) {
        return at("indicator", indicator, "cut", n);
    }

    public RuleBookLocation anchor(String indicator, int value) {
        return at("indicator", indicator, "anchor", value);
    }

    public RuleBookLocation group(String id) {
        return at("group", id);
    }

    /** An item of the inventory. */
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

    /** Whether the location is in the shared catalogue of the parent book. */
    public boolean inSharedCatalogue(RuleBookLocation location) {
        return location.file().equals(RuleBookFolder.SHARED_INDICATORS);
    }

    private RuleBookLocation at(Object... path) {
        return locations.getOrDefault(key(path), RuleBookLocation.NONE);
    }

    static String key(Object... path) {
        StringBuilder key = new StringBuilder();
        for (Object part : path) {
            key.append(part).append('/');
        }
        return key.toString();
    }
}
