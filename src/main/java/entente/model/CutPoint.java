package entente.model;

/**
 * The lowest value of a grade, in the indicator's unit; a value equal to the cut point has that grade.
 *
 * @param reason why this value was chosen, and whether it comes from the article, a checked source or this project
 */
public record CutPoint(Grade grade, double from, String reason) {}
