package entente.report.media;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.report.form.Hint;
import entente.report.form.TextStyle;
import entente.report.wording.DetailLevel;
import java.util.Optional;

/** A medium in which assessments are written. The same assessment and options give the same bytes. */
public interface AssessmentMedium {

    /**
     * What a reader chooses.
     *
     * @param ids whether claims carry the id of their rule; for readers only, data have it anyway
     * @param style for a terminal; other media ignore it
     * @param hint for the commands that a text proposes
     * @param table the table that CSV and lines of JSON contain; empty for the usual content
     */
    record Options(
            LikelihoodScale scale,
            DetailLevel explain,
            boolean ids,
            TextStyle style,
            Hint hint,
            Optional<AssessmentTable.Rows<?>> table) {

        /** A summary without colour, as the service writes it. */
        public static Options summary(LikelihoodScale scale, Optional<AssessmentTable.Rows<?>> table) {
            return new Options(scale, DetailLevel.SUMMARY, false, TextStyle.PLAIN, Hint.GENERIC, table);
        }
    }

    /** The name after {@code --format}, which is the extension of a file as well. */
    String name();

    /** The media type, without parameters. */
    String mediaType();

    /** Whether it writes the tables of {@link Options#table}. */
    default boolean writesTables() {
        return false;
    }

    /** One assessment as a whole document, in UTF-8. */
    byte[] write(Assessment assessment, Options options);

    AssessmentSeries series(Options options);
}
