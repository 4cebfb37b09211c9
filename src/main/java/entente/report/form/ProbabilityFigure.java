package entente.report.form;

import java.util.List;

/**
 * Probabilities of several outcomes as bars; together they are 1.
 *
 * @param label what the outcomes are
 * @param description the figure in words
 */
public record ProbabilityFigure(String heading, String label, List<Bar> bars, String description) implements Block {

    /**
     * One outcome.
     *
     * @param range what it means, such as a range of likelihoods; empty for nothing
     * @param text the probability as it is printed
     */
    public record Bar(String outcome, String range, double probability, String text) {}
}
