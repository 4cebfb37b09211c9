package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.*;

import entente.model.Commitment;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictFigure;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;

/** Short forms of a verdict, as comparisons and batches contain them. */
public final class VerdictForms {

    public static final JsonType<ConfidenceLevel> CONFIDENCE_LEVEL = choice(ConfidenceLevel.values());

    public static final Form<Percent> LIKELIHOOD_AND_BAND = Form.<Percent>named("likelihoodAndBand")
            .required("percent", LIKELIHOOD, "Likelihood of an alliance.", percent -> percent)
            .required("band", BAND, Percent::band);

    public static final Form<Interval> INTERVAL = Form.<Interval>named("interval")
            .required("lowPercent", LIKELIHOOD, "Lowest likelihood that the open readings allow.", Interval::low)
            .required("highPercent", LIKELIHOOD, "Highest likelihood that the open readings allow.", Interval::high);

    static final Form<Verdict> RELATIONSHIPS = Form.<Verdict>named("relationships")
            .required("relationships", list(RELATIONSHIP, "minItems", 1, "uniqueItems", true), Verdict::relationships)
            .described("All relationships that the open readings allow, ascending.")
            .required("commitment", choice(Commitment.values()), Verdict::commitment)
            .described("What the treaty in force commits the two to; UNKNOWN where it is not rated.")
            .required(
                    "flags",
                    list(choice(VerdictFlag.values()), "uniqueItems", true),
                    verdict -> verdict.flags().stream().sorted().toList());

    /** The short form, for tables, lists and drawings. */
    public static final Form<VerdictFigure> FIGURE = Form.<VerdictFigure>named("verdictFigure")
            .required("figure", TEXT, brief -> Wording.plain(brief.figure()))
            .described("The short form of the verdict: the likelihood, or the interval where this comes first.")
            .required("words", TEXT, brief -> Wording.plain(brief.words()))
            .described("The word of likelihood for that with its range, or those of both ends.")
            .required("intervalFirst", BOOLEAN, VerdictFigure::isIntervalFirst)
            .described(
                    "Whether the interval is stated instead of a likelihood: its ends are more than six points apart, or nothing is rated.");

    /** What every medium says of a verdict. */
    static final Form<VerdictSentences> STATEMENT = Form.<VerdictSentences>named("verdictStatement")
            .required("statement", TEXT, sentences -> Wording.plain(sentences.statement()))
            .described("The verdict in one sentence, the same in every medium.")
            .including(FIGURE, VerdictSentences::brief);

    /** What nobody may take for a fact. */
    static final Form<Assessment> SUPPOSITION = Form.<Assessment>named("suppositionSentence")
            .nullable(
                    "supposition",
                    TEXT,
                    assessment -> SuppositionText.sentence(assessment).map(Wording::plain))
            .described(
                    "What the scenario supposes, in one sentence; null for nothing. Without it the verdict says too much.");

    static final Form<Assessment> VERDICT = Form.<Assessment>named("shortVerdict")
            .including(STATEMENT, assessment -> new VerdictSentences(assessment, LikelihoodScale.ICD203))
            .including(LIKELIHOOD_AND_BAND, assessment -> assessment.verdict().likelihood())
            .including(INTERVAL, assessment -> assessment.verdict().interval())
            .optional(
                    "relationship",
                    RELATIONSHIP,
                    assessment -> assessment.verdict().relationship())
            .described("Absent where too little is rated to name one.")
            .including(RELATIONSHIPS, Assessment::verdict)
            .required("confidence", CONFIDENCE_LEVEL.of(Confidence::level), Assessment::confidence);

    public static final Form<Assessment> SCENARIO_VERDICT = Form.<Assessment>named("scenarioVerdict")
            .required("scenario", ID, assessment -> assessment.scenario().id())
            .required("title", TEXT, assessment -> assessment.scenario().title())
            .optional("asOf", DATE, assessment -> assessment.scenario().asOf())
            .described("The date that the scenario describes.")
            .required("sha256", DIGEST, assessment -> assessment.scenario().sha256())
            .described("Digest of the resolved scenario.")
            .including(SUPPOSITION, assessment -> assessment)
            .including(VERDICT, assessment -> assessment);

    private VerdictForms() {}
}
