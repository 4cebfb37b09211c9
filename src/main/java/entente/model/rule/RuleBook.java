package entente.model.rule;

import entente.model.Catalogue;
import entente.model.Group;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.With;

/**
 * The rules and parameters that turn graded readings into a verdict.
 *
 * @param sha256 digest of the normal form: rules, cut points, weights, ceilings; independent of layout and comments
 * @param rules in the order of the catalogue, then of their conditions, independent of the order in the files
 * @param baseRates likelihood in percent before any reading, by horizon in years
 * @param outsideView alternative base rates in percent, for which the likelihood is also computed
 * @param otherReading a sentence on other interpretations of the same facts, for the end of a report
 */
public record RuleBook(
        String version,
        @With String sha256,
        @With Catalogue catalogue,
        @With List<Rule> rules,
        @With WeightTable weights,
        @With Map<CeilingKind, Ceiling> ceilings,
        RelationshipThresholds relationship,
        Map<Integer, Parameter> baseRates,
        List<Double> outsideView,
        ConfidenceParameters confidence,
        Optional<String> otherReading) {

    public Optional<Rule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The likelihood in percent before any reading, for a horizon of 1, 5 or 10 years. */
    public double baseRate(int horizonYears) {
        return Objects.requireNonNull(baseRates.get(horizonYears)).value();
    }

    /** Ids of the rules and groups that an assumption can switch off. */
    public Set<String> switchableIds() {
        return Stream.concat(
                        rules.stream().map(Rule::id),
                        catalogue.groups().stream().map(Group::id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
