package entente.report.wording;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.Swing;
import entente.model.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Adjacent grades with the same outcome in some respect; often a single one. */
public record GradeRange(GradeOutcome first, GradeOutcome last) {

    /** The whole scale, cut wherever two grades differ in this respect. */
    public static List<GradeRange> of(Swing swing, Function<GradeOutcome, ?> respect) {
        List<GradeRange> ranges = new ArrayList<>();
        List<GradeOutcome> steps = swing.outcomes();
        int first = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || !respect.apply(steps.get(i)).equals(respect.apply(steps.get(first)))) {
                ranges.add(new GradeRange(steps.get(first), steps.get(i - 1)));
                first = i;
            }
        }
        return ranges;
    }

    /** The range around one step. */
    public static GradeRange around(Swing swing, GradeOutcome step, Function<GradeOutcome, ?> respect) {
        return of(swing, respect).stream()
                .filter(range -> range.holds(step.grade()))
                .findFirst()
                .orElseThrow();
    }

    public boolean holds(Grade grade) {
        return grade.compareTo(first.grade()) >= 0 && grade.compareTo(last.grade()) <= 0;
    }

    /** Whether it reaches down to the low end of the range. */
    boolean lowest() {
        return first.grade() == Grade.VERY_LOW;
    }

    /** Whether it reaches up to the high end of the range. */
    boolean highest() {
        return last.grade() == Grade.VERY_HIGH;
    }
}
