package entente.model.assessment;

import entente.model.Percent;
import entente.model.Points;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the likelihood comes about, and what it would be under other circumstances.
 *
 * @param counterfactuals one for each group with points in the balance, in the order of the catalogue
 * @param up the least single changes that lead to a higher band, at most {@link #MOST_CHANGES}; empty if none does
 * @param down the same for a lower band
 * @param weakReadings known readings with an effect and a weak source or an old date, the most important to renew first
 * @param idleChanges readings that differ from those they replace, without any effect
 */
public record Outlook(
        LikelihoodPath path,
        List<Counterfactual> counterfactuals,
        List<SingleChange> up,
        List<SingleChange> down,
        List<WeakReading> weakReadings,
        List<IdleChange> idleChanges) {

    public static final int MOST_CHANGES = 3;

    /** The likelihood without this group; empty if the group has no points in the balance. */
    public Optional<Percent> without(String group) {
        return counterfactuals.stream()
                .filter(one -> one.group().equals(group))
                .map(Counterfactual::likelihood)
                .findFirst();
    }

    /**
     * The likelihood step by step.
     *
     * @param basePercent the base rate, as the book or an assumption gives it
     * @param driversOnly with every barrier switched off, before the ceilings
     * @param driversUnderCeiling the same under the ceilings
     * @param likelihood with the barriers: the verdict
     * @param driverPoints what the drivers add to the points of the base rate
     * @param barrierPoints what the barriers add to both, before the ceilings
     * @param ceiling the last ceiling that holds the drivers back; empty if none does
     */
    public record LikelihoodPath(
            double basePercent,
            Percent driversOnly,
            Percent driversUnderCeiling,
            Percent likelihood,
            Points driverPoints,
            Points barrierPoints,
            Optional<CeilingKind> ceiling) {}

    /** The likelihood without a barrier, a driver or a commitment. */
    public record Counterfactual(String group, Percent likelihood) {}

    /**
     * The likelihood after the change of one reading; every value of the range of the change leads to the same band.
     *
     * @param likelihood with the nearest value
     * @param lowest lowest likelihood over the range
     * @param highest highest likelihood over the range
     */
    public record SingleChange(ReadingMove move, Percent likelihood, Percent lowest, Percent highest) {}

    /**
     * A reading that deserves a better source.
     *
     * @param lowest lowest likelihood over all values of the indicator
     * @param highest highest likelihood over all values of the indicator
     */
    public record WeakReading(String indicator, Percent lowest, Percent highest) {}

    /**
     * A reading that replaces another one, from the parent of the scenario or its file, and changes nothing.
     *
     * @param nextCut the next cut point in the direction of the change with an effect on any rule; empty for none
     * @param unmet conditions on other readings without which neither the change nor that cut point has an effect
     */
    public record IdleChange(
            String indicator, double from, double to, OptionalDouble nextCut, List<RuleCondition> unmet) {

        public IdleChange {
            unmet = List.copyOf(unmet);
        }
    }
}
