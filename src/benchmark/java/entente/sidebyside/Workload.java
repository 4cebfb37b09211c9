package entente.sidebyside;

import entente.model.Grade;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A rule base and graded scenarios, with the points that are expected for each.
 *
 * @param scenarios grades in the order of the catalogue
 * @param expected points in hundredths
 */
record Workload(RuleBase base, Grade[][] scenarios, int[] expected) {

    static Workload random(RuleBase base, int scenarios, Random random) {
        int indicators = base.indicators().size();
        Grade[][] grades = Stream.generate(() ->
                        Stream.generate(() -> grade(random)).limit(indicators).toArray(Grade[]::new))
                .limit(scenarios)
                .toArray(Grade[][]::new);
        return new Workload(
                base, grades, Arrays.stream(grades).mapToInt(base::points).toArray());
    }

    /** Each grade is as likely as any other, UNKNOWN too. */
    private static Grade grade(Random random) {
        return Grade.values()[random.nextInt(Grade.values().length)];
    }

    int size() {
        return scenarios.length;
    }
}
