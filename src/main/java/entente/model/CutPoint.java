package entente.model;

/**
 * The first value of a grade, in the indicator's unit; a value on the cut point has that grade.
 *
 * @param reason why the cut stands there, and whether the article, a checked source or this project says so
 */
public record CutPoint(Grade grade, double from, String reason) {}
