package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Relationship;
import java.util.EnumMap;
import java.util.Map;

/**
 * How probable each relationship is together with each band.
 *
 * @param joint by relationship and band, adding up to 1
 * @param exact whether it is a sum over all cases, not an estimate by a sample
 * @param withheld whether an assessment of the scenario gives no single relationship, as under half of the readings on
 *     the partnership are known
 */
public record RelationshipProbabilities(Map<Relationship, Map<Band, Double>> joint, boolean exact, boolean withheld) {

    static RelationshipProbabilities of(double[][] joint, boolean exact, boolean withheld) {
        Map<Relationship, Map<Band, Double>> byRelationship = new EnumMap<>(Relationship.class);
        for (Relationship relationship : Relationship.values()) {
            Map<Band, Double> byBand = new EnumMap<>(Band.class);
            for (Band band : Band.values()) {
                byBand.put(band, joint[relationship.ordinal()][band.ordinal()]);
            }
            byRelationship.put(relationship, byBand);
        }
        return new RelationshipProbabilities(byRelationship, exact, withheld);
    }

    public double probability(Relationship relationship) {
        return joint.getOrDefault(relationship, Map.of()).values().stream()
                .mapToDouble(probability -> probability)
                .sum();
    }
}
