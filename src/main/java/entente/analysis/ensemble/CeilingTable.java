package entente.analysis.ensemble;

import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook;
import java.util.Arrays;
import java.util.Objects;

/**
 * The ceilings as arithmetic on hundredths, equal to {@link Ceiling#apply}: for each set of signals the last of the
 * first four kinds, then INCIDENT.
 */
final class CeilingTable {

    private static final int UNBOUNDED = PackedPoints.MAX + 1;

    private final Steps last = new Steps();
    private final Steps incident = new Steps();

    CeilingTable(RuleBook book) {
        int incidentBit = CeilingKind.INCIDENT.ordinal();
        for (int signals = 0; signals < Steps.SETS; signals++) {
            for (CeilingKind kind : CeilingKind.values()) {
                if ((signals & 1 << kind.ordinal()) != 0) {
                    Ceiling ceiling = Objects.requireNonNull(book.ceilings().get(kind));
                    (kind.ordinal() == incidentBit ? incident : last).set(signals, ceiling);
                }
            }
        }
    }

    int apply(int signals, int hundredths) {
        return incident.apply(signals, last.apply(signals, hundredths));
    }

    /** One ceiling, or none, by signals. */
    private static final class Steps {

        static final int SETS = OutcomeColumns.HOLLOW << 1;

        private final int[] knee = new int[SETS];
        private final double[] kept = new double[SETS];
        private final int[] limit = new int[SETS];

        Steps() {
            Arrays.fill(knee, UNBOUNDED);
            Arrays.fill(limit, UNBOUNDED);
        }

        void set(int signals, Ceiling ceiling) {
            knee[signals] = bounded(ceiling.knee());
            kept[signals] = 1 - ceiling.share();
            limit[signals] = bounded(ceiling.limit());
        }

        private static int bounded(Points points) {
            return Math.min(points.hundredths(), UNBOUNDED);
        }

        int apply(int signals, int hundredths) {
            int from = knee[signals];
            int above = (int) Math.rint(Math.max(hundredths - from, 0) * kept[signals]);
            return Math.min(Math.min(hundredths, from) + above, limit[signals]);
        }
    }
}
