package entente.quality.mutation;

import entente.quality.mutation.Fate.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The number of mutants by result. */
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

    /** Operators below the threshold, with survivors; all operators that affect the verdict also count as one. */
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

    /** Percentage of killed mutants among those that load and are not equivalent; 100 if there are none. */
    double percent() {
        return killed + survived == 0 ? 100 : 100.0 * killed / (killed + survived);
    }
}
