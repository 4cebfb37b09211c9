package entente.report.media;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.report.form.Hint;
import entente.report.form.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A medium in which assessments are written. The same assessment and options give the same bytes. */
public interface AssessmentMedium {

    /**
     * What a reader chooses.
     *
     * @param draws in how many of {@link SensitivityAnalysis#DRAWS} draws of the sizes a scenario keeps its band, for a full
     *     report; empty for a summary
     * @param style for a terminal; other media ignore it
     * @param hint for the commands that a text proposes
     * @param table the table that CSV and lines of JSON contain; empty for the usual content
     */
    record Options(
            LikelihoodScale scale,
            Optional<ToIntFunction<Scenario>> draws,
            TextStyle style,
            Hint hint,
            Optional<AssessmentTable.Rows<?>> table) {

        /** A summary without colour, as the service writes it. */
        public static Options summary(LikelihoodScale scale, Optional<AssessmentTable.Rows<?>> table) {
            return new Options(scale, Optional.empty(), TextStyle.PLAIN, Hint.GENERIC, table);
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

    /** Loads what writing needs and would take long to load. */
    default void load() {}

    /** One assessment as a whole document, in UTF-8. */
    default byte[] write(Assessment assessment, Options options) {
        AssessmentSeries one = series(options);
        return (one.next(assessment) + one.end()).getBytes(StandardCharsets.UTF_8);
    }

    AssessmentSeries series(Options options);
}
