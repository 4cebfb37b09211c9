package entente.domain;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the points became a likelihood: base + sum = raw; raw − everything taken back = final.
 *
 * @param clampedFrom the percent before the clamp to 1–99, when it bit
 */
public record Balance(
        Points base,
        Points sum,
        Points raw,
        List<CeilingEffect> ceilings,
        Points result,
        OptionalDouble clampedFrom,
        Points partnership) {}
