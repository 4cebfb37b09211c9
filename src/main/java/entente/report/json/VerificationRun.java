package entente.report.json;

import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.analysis.verification.Verification;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.report.json.VerificationJson.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repeats archived assessments with the present engine and rule book. */
public final class VerificationRun {

    /** The present engine and book over a scenario. */
    public interface Anew {
        /**
         * @param resolved a scenario file
         * @param refused receives the problems when the present book refuses it
         * @return empty when it is refused
         */
        Optional<Assessment> assess(String resolved, List<Problem> refused);
    }

    private VerificationRun() {}

    /**
     * The result for one archived assessment.
     *
     * @param name its name in the report
     * @param now the present engine and book
     */
    public static Report report(String name, ArchivedPart part, Provenance now, Anew anew) {
        if (part.assessment().isEmpty()) {
            return new Report(name, Optional.empty(), part.problems());
        }
        ArchivedAssessment kept = part.assessment().get();
        List<Problem> found = new ArrayList<>();
        Optional<Assessment> assessment = anew.assess(kept.resolved(), found);
        if (assessment.isPresent()) {
            return new Report(
                    name,
                    Optional.of(Verification.of(
                            kept,
                            assessment.get(),
                            AssessmentJson.document(kept.scale()).line(assessment.get()))),
                    List.of());
        }
        List<Problem> problems = found.stream().map(VerificationRun::inside).toList();
        Verification refused = Verification.rejected(kept, now, problems);
        // The named book accepted this scenario once, so the same book cannot refuse it.
        return refused.sameProvenance()
                ? new Report(name, Optional.empty(), problems)
                : new Report(name, Optional.of(refused), List.of());
    }

    /** A problem of the scenario inside, whose lines and columns are not those of the file. */
    private static Problem inside(Problem problem) {
        return new Problem(
                "#/scenario/resolved" + problem.pointer().substring(1),
                problem.code(),
                problem.detail(),
                problem.allowed(),
                problem.suggestion(),
                0,
                0);
    }
}
