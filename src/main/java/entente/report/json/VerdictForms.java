package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.JsonTypes.*;

import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.report.json.ScenarioVerdict.ShortVerdict;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences.VerdictFigure;
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

    /** The short form, for tables, lists and drawings. */
    public static final Form<VerdictFigure> FIGURE = Form.<VerdictFigure>named("verdictFigure")
            .required("figure", TEXT, brief -> Wording.plain(brief.figure()))
            .described("The short form of the verdict: the likelihood, or the interval where this comes first.")
            .required("words", TEXT, brief -> Wording.plain(brief.words()))
            .described("The word of likelihood for that with its range, or those of both ends.")
            .required("intervalFirst", BOOLEAN, VerdictFigure::isIntervalFirst)
            .described(
                    "Whether the interval is stated instead of a likelihood: its ends are more than six points apart, or nothing is rated.");

    /** What nobody may take for a fact. */
    static final Form<Assessment> SUPPOSITION = Form.<Assessment>named("suppositionSentence")
            .nullable(
                    "supposition",
                    TEXT,
                    assessment -> SuppositionText.sentence(assessment).map(Wording::plain))
            .described(
                    "What the scenario supposes, in one sentence; null for nothing. Without it the verdict says too much.");

    static final JsonType<Assessment> VERDICT = RecordType.of(ShortVerdict.class, ShortVerdict::of);

    private VerdictForms() {}
}
