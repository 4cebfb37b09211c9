package entente.testkit;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.form.Hint;
import entente.report.form.TextStyle;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium.Options;
import entente.report.media.AssessmentSeries;
import entente.report.wording.DetailLevel;
import java.util.List;
import java.util.Optional;

/** The verdicts on several scenarios in a medium. */
public final class Verdicts {

    private Verdicts() {}

    public static String in(String medium, List<Assessment> assessments, LikelihoodScale scale, TextStyle style) {
        AssessmentSeries series = AssessmentMedia.STANDARD
                .find(medium)
                .orElseThrow()
                .series(new Options(scale, DetailLevel.SUMMARY, false, style, Hint.GENERIC, Optional.empty()));
        StringBuilder written = new StringBuilder();
        assessments.forEach(one -> written.append(series.next(one)));
        return written + series.end();
    }
}
