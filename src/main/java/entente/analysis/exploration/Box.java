package entente.analysis.exploration;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.RuleCondition;
import java.util.List;

/** Conditions under which a verdict is reached more often than otherwise, as scenario discovery calls it. */
public record Box(
        @Described("All must hold; in the order of the catalogue.")
        List<RuleCondition> conditions,

        @Described(value = "Of the cases in which they hold.", kind = Kind.PROBABILITY)
        double probability,

        @Described(value = "The share of these cases that reach the verdict.", kind = Kind.PROBABILITY)
        double density,

        @Described(
                value = "The share of all cases that reach the verdict in which the conditions hold.",
                kind = Kind.PROBABILITY)
        double coverage,

        @Described(value = "The part of the coverage that no box before this one has.", kind = Kind.PROBABILITY)
        double addedCoverage) {}
