package entente.report.media;

import entente.model.assessment.Assessment;
import java.util.function.BiFunction;

/** Writes several assessments one after the other; without assessments the output is empty. */
public abstract class AssessmentSeries {

    private int count;

    /** Output for the next assessment; empty if the medium needs all of them first. */
    public String next(Assessment assessment) {
        count++;
        return append(assessment, count == 1);
    }

    /** Output after the last assessment. */
    public String end() {
        return count == 0 ? "" : closing();
    }

    protected abstract String append(Assessment assessment, boolean first);

    protected String closing() {
        return "";
    }

    /**
     * A series whose parts are independent of each other.
     *
     * @param part the output for an assessment; the flag says whether it is the first
     */
    static AssessmentSeries of(BiFunction<Assessment, Boolean, String> part, String closing) {
        return new AssessmentSeries() {
            @Override
            protected String append(Assessment assessment, boolean first) {
                return part.apply(assessment, first);
            }

            @Override
            protected String closing() {
                return closing;
            }
        };
    }
}
