package entente.model.rule;

import entente.model.Assumptions;
import entente.model.Numbers;
import entente.model.rule.RuleBook.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * The outside view: how often pairs of powers like these came to a defence pledge, by the pairs that are counted.
 *
 * @param standard id of the class from which a verdict starts unless a scenario chooses another
 * @param all lowest rate first
 */
public record ReferenceClasses(String standard, List<ReferenceClass> all) {

    /**
     * @param label the pairs that it counts, such as "pairs of major powers since 1946"
     * @param counts empty if nothing was counted and the rate is a supposition
     * @param rate in percent, for a window of five years
     */
    public record ReferenceClass(String id, String label, Optional<Counts> counts, Parameter rate) {

        /** Length of the windows that are counted. */
        private static final int WINDOW_YEARS = 5;

        /** Decimals of a rate in percent: so many that it grows with each year. */
        private static final int DECIMALS = 2;

        /** The rate for another horizon: each year has the same chance of a pledge, if there was none before. */
        public double percent(int years) {
            return years == WINDOW_YEARS
                    ? rate.value()
                    : Numbers.rounded(
                            100 - 100 * StrictMath.pow(1 - rate.value() / 100, (double) years / WINDOW_YEARS),
                            DECIMALS);
        }
    }

    /**
     * @param upgrades windows in which a pair with a weaker pact agreed on a defence pledge
     * @param independentWindows how many windows tell something of their own, as windows of one pair overlap; 0 if that
     *     makes no difference
     */
    public record Counts(int upgrades, int windows, int independentWindows) {

        /**
         * The share of windows with an upgrade; where independent ones are counted, Jeffreys' estimate from as many:
         * half an upgrade and one window are added, so that a record without an upgrade leaves a small rate.
         */
        public double percent() {
            double share = (double) upgrades / windows;
            return 100
                    * (independentWindows == 0 ? share : (share * independentWindows + 0.5) / (independentWindows + 1));
        }
    }

    public Optional<ReferenceClass> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The class that the assumptions choose, or else the standard one. */
    public ReferenceClass of(Assumptions assumptions) {
        return find(assumptions.referenceClass().orElse(standard)).orElseThrow();
    }

    public List<String> ids() {
        return all.stream().map(ReferenceClass::id).toList();
    }
}
