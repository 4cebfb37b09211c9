package entente.report.wording;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.Swing;
import entente.model.Grade;
import entente.model.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Adjacent grades with the same outcome in some respect, ascending; often a single one. */
public record GradeRange(List<GradeOutcome> outcomes) {

    /** The whole scale, cut wherever two grades differ in this respect. */
    public static List<GradeRange> of(Swing swing, Function<GradeOutcome, ?> respect) {
        List<GradeRange> ranges = new ArrayList<>();
        List<GradeOutcome> steps = swing.outcomes();
        int first = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || !respect.apply(steps.get(i)).equals(respect.apply(steps.get(first)))) {
                ranges.add(new GradeRange(steps.subList(first, i)));
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
        return outcomes.stream().anyMatch(outcome -> outcome.grade() == grade);
    }

    public Percent lowest() {
        return outcomes.stream()
                .map(GradeOutcome::likelihood)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Percent highest() {
        return outcomes.stream()
                .map(GradeOutcome::likelihood)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Where it begins; empty at the low end of the indicator. */
    public OptionalDouble atLeast() {
        GradeOutcome first = outcomes.get(0);
        return first.grade() == Grade.VERY_LOW ? OptionalDouble.empty() : OptionalDouble.of(first.from());
    }

    /** Before what it ends; empty at the high end of the indicator. */
    public OptionalDouble below() {
        GradeOutcome last = outcomes.get(outcomes.size() - 1);
        return last.grade() == Grade.VERY_HIGH ? OptionalDouble.empty() : OptionalDouble.of(last.to());
    }
}
