package entente.analysis.exploration.diagram;

/**
 * The step of a diagram that learns the grade of one reading.
 *
 * @param indicator its catalogue index
 * @param classOf by grade, the class of grades that no rule tells apart; -1 for grades that do not occur
 * @param target by state and class, the state that follows
 * @param alliance by state and class, the alliance points that are decided, in hundredths
 * @param partnership by state and class, the partnership points that are decided, in hundredths
 */
public record Layer(int indicator, int[] classOf, int[][] target, int[][] alliance, int[][] partnership) {

    public int states() {
        return target.length;
    }

    public int classes() {
        return target[0].length;
    }

    /** The probability of each class, by that of each grade. */
    public double[] classes(double[] byGrade) {
        double[] byClass = new double[classes()];
        for (int grade = 0; grade < byGrade.length; grade++) {
            if (classOf[grade] >= 0) {
                byClass[classOf[grade]] += byGrade[grade];
            }
        }
        return byClass;
    }
}
