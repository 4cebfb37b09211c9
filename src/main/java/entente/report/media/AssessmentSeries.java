package entente.report.media;

import entente.model.assessment.Assessment;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/** Writes several assessments one after the other; without assessments the output is empty. */
@RequiredArgsConstructor
public final class AssessmentSeries {

    /** The output for an assessment, empty if the medium needs all of them first; the flag is true for the first. */
    private final BiFunction<Assessment, Boolean, String> part;

    private final Supplier<String> closing;
    private int count;

    public String next(Assessment assessment) {
        count++;
        return part.apply(assessment, count == 1);
    }

    /** Output after the last assessment. */
    public String end() {
        return count == 0 ? "" : closing.get();
    }
}
