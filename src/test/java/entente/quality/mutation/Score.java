package entente.quality.mutation;

import entente.quality.mutation.Fate.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many mutants came to which end. */
record Score(int mutants, int refused, int same, int listed, int killed, int survived) {

    static Score of(List<Fate> fates) {
        return new Score(
                fates.size(),
                count(fates, State.REFUSED),
                count(fates, State.SAME),
                count(fates, State.LISTED),
                count(fates, State.KILLED),
                count(fates, State.SURVIVED));
    }

    /** The kinds of mistakes of which too few are found, with what was not; all that bear on the verdict are one more. */
    static List<String> below(double least, List<Fate> fates) {
        List<Fate> verdict =
                fates.stream().filter(f -> f.mutant().operator().verdict()).toList();
        List<String> below = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            below(
                    least,
                    operator.label(),
                    verdict.stream()
                            .filter(f -> f.mutant().operator() == operator)
                            .toList(),
                    below);
        }
        below(least, "all", verdict, below);
        return below;
    }

    private static void below(double least, String what, List<Fate> fates, List<String> below) {
        double found = of(fates).percent();
        if (found < least) {
            below.add(String.format(
                    Locale.ROOT, "%s: %.1f %% found, not %s", what, found, MutationReport.survivors(fates)));
        }
    }

    private static int count(List<Fate> fates, State state) {
        return (int) fates.stream().filter(f -> f.state() == state).count();
    }

    /** Share in percent of killed ones among those that are neither refused nor equivalent; 100 where there are none. */
    double percent() {
        return killed + survived == 0 ? 100 : 100.0 * killed / (killed + survived);
    }
}
