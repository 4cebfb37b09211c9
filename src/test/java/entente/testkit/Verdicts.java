package entente.testkit;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.form.Answer;
import entente.report.form.Hint;
import entente.report.form.TextStyle;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium.Options;
import entente.report.media.AssessmentSeries;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Verdicts in a medium, and as the report of one. */
public final class Verdicts {

    private Verdicts() {}

    /** A full one says of a made-up number of draws that they keep the band. */
    public static Answer report(Assessment assessment, LikelihoodScale scale, DetailLevel explain) {
        OptionalInt draws = explain == DetailLevel.FULL ? OptionalInt.of(150) : OptionalInt.empty();
        return Answers.assessment(assessment, scale, draws);
    }

    public static String in(String medium, List<Assessment> assessments, LikelihoodScale scale, TextStyle style) {
        AssessmentSeries series = AssessmentMedia.STANDARD
                .find(medium)
                .orElseThrow()
                .series(new Options(scale, Optional.empty(), style, Hint.GENERIC, Optional.empty()));
        StringBuilder written = new StringBuilder();
        assessments.forEach(one -> written.append(series.next(one)));
        return written + series.end();
    }
}
