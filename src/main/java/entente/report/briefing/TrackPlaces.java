package entente.report.briefing;

import entente.model.Assumptions;
import entente.model.Indicator;
import java.util.ArrayList;
import java.util.List;

/** Where values lie on the tracks of indicators. */
record TrackPlaces(Assumptions assumptions) {

    /** The place on a track of five equal cells; a whole number lies in the middle of its cell, a threshold at its start. */
    double place(Indicator indicator, double value, boolean threshold) {
        List<Double> ends = new ArrayList<>();
        ends.add(indicator.low());
        ends.addAll(assumptions.scale(indicator).cuts());
        ends.add(indicator.high());
        int cell = 0;
        while (cell < ends.size() - 2 && value >= ends.get(cell + 1)) {
            cell++;
        }
        double width = ends.get(cell + 1) - ends.get(cell);
        boolean middle = indicator.ordinal() && width <= 1 && !threshold;
        double within = middle ? 0.5 : width == 0 ? 0 : Math.min(1, (value - ends.get(cell)) / width);
        return (cell + within) / (ends.size() - 1);
    }
}
