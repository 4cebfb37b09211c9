package entente.quality.diff;

import entente.model.assessment.Interval;

/** How an interval of likelihood changes, to the printed tenth of a percent. */
public enum IntervalChange {
    SAME,
    WIDENS,
    NARROWS,
    /** The same width between other ends. */
    MOVES;

    static IntervalChange between(Interval before, Interval after) {
        int wider = after.widthTenths() - before.widthTenths();
        if (wider != 0) {
            return wider > 0 ? WIDENS : NARROWS;
        }
        return after.low().tenths() == before.low().tenths() ? SAME : MOVES;
    }
}
