package entente.rulebook;

import entente.model.rule.RuleBookLocation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locations of the parts of a book in its files, by id. They are read from the files each time, as a compiled book
 * has no line numbers.
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations) {

    /**
     * A rule, indicator, group or item of the inventory ({@code "rule", id}), a condition ({@code "rule", id, index}), a
     * cut point ({@code "indicator", id, "cut", index}; that of the anchor if an anchor defines it), an anchor
     * ({@code "indicator", id, "anchor", value}), a weight ({@code "weight", question, strength}), a ceiling or a floor
     * ({@code "ceiling", kind}). Indexes are from 0.
     */
    public RuleBookLocation at(Object... path) {
        return locations.getOrDefault(key(path), RuleBookLocation.NONE);
    }

    /** Whether the location is in the shared catalogue of the parent book. */
    public boolean inSharedCatalogue(RuleBookLocation location) {
        return location.file().equals(RuleBookFolder.SHARED_INDICATORS);
    }

    static String key(Object... path) {
        return Stream.of(path).map(part -> part + "/").collect(Collectors.joining());
    }
}
