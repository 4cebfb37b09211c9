package entente.model.assessment;

import entente.model.Points;
import entente.model.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the points became a likelihood: base + sum = raw; raw − everything taken back = final.
 *
 * @param clampedFrom the percent before the clamp to 1–99, when it bit
 * @param partnership points on the depth of the partnership
 * @param floor the state that these points alone mean
 * @param floorFrom the points from which that state begins; empty for the lowest
 * @param nextFrom the points from which the next state begins; empty for the highest that points reach
 */
public record PointBalance(
        Points base,
        Points sum,
        Points raw,
        List<CeilingEffect> ceilings,
        Points result,
        OptionalDouble clampedFrom,
        Points partnership,
        Relationship floor,
        Optional<Points> floorFrom,
        Optional<Points> nextFrom) {}
