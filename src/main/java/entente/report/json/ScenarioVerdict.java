package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.VerdictSentences.VerdictFigure;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.util.Optional;

/** A scenario and the short form of its verdict, as comparisons and batches contain it. */
public record ScenarioVerdict(
        @Described(kind = Kind.ID) String scenario,
        String title,
        @Described("The date that the scenario describes.") Optional<LocalDate> asOf,

        @Described(value = "Digest of the resolved scenario.", kind = Kind.DIGEST)
        String sha256,

        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        @JsonUnwrapped ShortVerdict verdict) {

    public static ScenarioVerdict of(Assessment assessment) {
        return new ScenarioVerdict(
                assessment.scenario().id(),
                assessment.scenario().title(),
                assessment.scenario().asOf(),
                assessment.scenario().sha256(),
                SuppositionText.plain(assessment),
                ShortVerdict.of(assessment));
    }

    /** A verdict without the scenario. */
    public record ShortVerdict(
            @JsonUnwrapped InWords words,
            @Described("Likelihood of an alliance.") Percent percent,
            Band band,
            @JsonUnwrapped Interval interval,

            @Described("Absent where too little is rated to name one.")
            Optional<Relationship> relationship,

            @JsonUnwrapped Verdict verdict,
            ConfidenceLevel confidence) {

        public static ShortVerdict of(Assessment assessment) {
            Verdict verdict = assessment.verdict();
            return new ShortVerdict(
                    InWords.of(new VerdictSentences(assessment, LikelihoodScale.ICD203)),
                    verdict.likelihood(),
                    verdict.likelihood().band(),
                    verdict.interval(),
                    verdict.relationship(),
                    verdict,
                    assessment.confidence().level());
        }
    }

    /** What every medium says of a verdict. */
    public record InWords(
            @Described("The verdict in one sentence, the same in every medium.")
            String statement,

            @JsonUnwrapped Figure figure) {

        public static InWords of(VerdictSentences sentences) {
            return new InWords(Wording.plain(sentences.statement()), Figure.of(sentences.brief()));
        }
    }

    /** The short form, for tables, lists and drawings. */
    public record Figure(
            @Described("The short form of the verdict: the likelihood, or the interval where this comes first.")
            String figure,

            @Described("The word of likelihood for that with its range, or those of both ends.")
            String words,

            @Described(
                    "Whether the interval is stated instead of a likelihood: its ends are more than six points apart,"
                            + " or nothing is rated.")
            boolean intervalFirst) {

        public static Figure of(VerdictFigure brief) {
            return new Figure(Wording.plain(brief.figure()), Wording.plain(brief.words()), brief.isIntervalFirst());
        }
    }
}
