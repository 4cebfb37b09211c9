package entente.model.assessment;

import entente.model.Points;
import entente.model.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The computation of the likelihood from points: base + sum = raw; raw − ceiling reductions = result.
 *
 * @param clampedFrom the percentage before clamping to 1–99, if it was clamped
 * @param partnership points on the depth of the partnership
 * @param floor the state implied by the partnership points alone
 * @param floorFrom the lowest points of that state; empty for the lowest state
 * @param nextFrom the lowest points of the next state; empty for the highest state that points reach
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
