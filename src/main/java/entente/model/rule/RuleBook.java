package entente.model.rule;

import entente.model.Catalogue;
import entente.model.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that turns graded readings into a verdict.
 *
 * @param sha256 digest of the normal form: cards, conditions, cut points, weights, ceilings; not of layout or comments
 * @param rules in the order of the catalogue, then of their conditions, whatever the order in the files
 * @param baseRates likelihood in percent before any reading, by horizon in years
 * @param outsideView other base rates in percent, under which the verdict is shown beside
 * @param otherReading who reads the same facts otherwise, and how; a sentence for the foot of a text
 */
public record RuleBook(
        String version,
        String sha256,
        Catalogue catalogue,
        List<Rule> rules,
        WeightTable weights,
        Map<CeilingKind, Ceiling> ceilings,
        RelationshipThresholds relationship,
        Map<Integer, Parameter> baseRates,
        List<Double> outsideView,
        ConfidenceParameters confidence,
        Optional<String> otherReading) {

    public Optional<Rule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** What an assumption may switch off: every rule and every group. */
    public Set<String> switchableIds() {
        return Stream.concat(
                        rules.stream().map(Rule::id),
                        catalogue.groups().stream().map(Group::id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
