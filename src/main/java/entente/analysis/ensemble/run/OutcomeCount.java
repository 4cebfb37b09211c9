package entente.analysis.ensemble.run;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import java.io.Serializable;

/**
 * How many variants have an outcome.
 *
 * @param points alliance points after ceilings, in hundredths
 * @param variants number of variants, from 1
 * @param weight the sum of their weights; 0 where variants are not weighted
 */
public record OutcomeCount(int points, Relationship relationship, long variants, ExactWeight weight)
        implements Serializable {

    public Percent likelihood() {
        return Percent.of(new Points(points));
    }

    /** Points, relationship, number of variants and the two parts of the weight. */
    String line() {
        return points + " " + relationship.name() + " " + variants + " " + weight.high() + " " + weight.low();
    }
}
