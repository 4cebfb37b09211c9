package entente.rulebook;

import entente.model.rule.RuleBookLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locations of the parts of a book in its files, by id. They are read from the files each time, as a compiled book
 * has no line numbers.
 *
 * @param suppressions lint suppressions in comments of the book
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations, List<LintSuppression> suppressions) {

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

    /**
     * A comment in a book that suppresses a lint finding: {@code // lint allows CODE: reason}, or
     * {@code // lint allows CODE with RULE: reason} for a finding on a pair of rules.
     *
     * @param code as written, possibly unknown
     * @param other the other rule of the pair; empty if it is not named
     * @param subject id of the rule, indicator, group or item that the comment belongs to; empty if there is none
     */
    public record LintSuppression(
            String code, Optional<String> other, String subject, String reason, RuleBookLocation location) {}
}
