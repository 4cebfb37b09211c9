package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * Likelihoods over time, drawn on a page; a table beside it has the figures.
 *
 * @param steps in the order of their dates
 * @param alternatives to the last of them, most likely first
 * @param description the chart in words
 */
public record SeriesFigure(
        LikelihoodScale scale, List<Point> steps, List<Point> alternatives, String description, String caption)
        implements Block {

    /** @param inForce whether an alliance was observed to be in force */
    public record Point(LocalDate date, String label, Percent likelihood, Interval interval, boolean inForce) {}
}
