package entente.report.json;

import static entente.report.json.CommonForms.ASSUMPTION_CHANGE;
import static entente.report.json.CommonForms.BAND;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.*;
import static entente.report.json.VerdictForms.CONFIDENCE_LEVEL;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.BaseRateVariant;
import entente.model.assessment.Assessment.DataNoteInUse;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.model.assessment.Warning;
import entente.report.json.LedgerForms.InCatalogue;
import entente.report.wording.CaveatText;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.SuppositionText;
import entente.report.wording.SuppositionText.Supposed;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;

/** An assessment as JSON. */
public final class AssessmentJson {

    private record OnScale(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict() {
            return assessment.verdict();
        }

        LikelihoodScale.Word word() {
            return scale.term(verdict().likelihood());
        }

        VerdictSentences sentences() {
            return new VerdictSentences(assessment, scale);
        }
    }

    private static final Form<Scenario> SCENARIO = Form.<Scenario>named("assessedScenario")
            .required("id", ID, Scenario::id)
            .required("title", TEXT, Scenario::title)
            .nullable("asOf", DATE, "The date that the scenario describes; null where it names none.", Scenario::asOf)
            .required("horizonYears", HORIZON, Scenario::horizonYears)
            .required("sha256", DIGEST, "Digest of the resolved scenario in its canonical form.", Scenario::sha256)
            .required("resolved", RESOLVED_SCENARIO, Scenario::resolved)
            .described("The scenario with its parents and overrides applied: itself a scenario file.");

    private static final Form<Provenance> PROVENANCE = Form.<Provenance>named("assessmentProvenance")
            .including(CommonForms.PROVENANCE, provenance -> provenance)
            .required("schema", choice(List.of(Provenance.SCHEMA)), "Version of this form.", Provenance::schema)
            .nullable("seed", integer("integer"), "Null: an assessment is deterministic.", none -> Optional.empty());

    private static final Form<OnScale> LIKELIHOOD_FORM = Form.<OnScale>named("likelihood")
            .including(VerdictForms.LIKELIHOOD_AND_BAND, on -> on.verdict().likelihood())
            .required("term", TEXT, on -> on.word().term())
            .described("The term for it on the scale.")
            .required(
                    "range",
                    list(integer("percent", "minimum", 0, "maximum", 100), "minItems", 2, "maxItems", 2),
                    on -> List.of(on.word().from(), on.word().to()))
            .described("The percentages that the term stands for.")
            .required("scale", choice(LikelihoodScale.values()), OnScale::scale);

    private static final Form<Interval> INTERVAL = Form.<Interval>named(
                    "exactInterval", "The likelihood over all completions of the unrated indicators.")
            .including(VerdictForms.INTERVAL, interval -> interval)
            .required("bands", list(BAND, "minItems", 1, "uniqueItems", true), Interval::bands)
            .required("exact", BOOLEAN, "False for an outer bound: too many completions to try each.", Interval::exact);

    private static final Form<OnScale> VERDICT = Form.<OnScale>named("verdict")
            .including(VerdictForms.SUPPOSITION, OnScale::assessment)
            .including(VerdictForms.STATEMENT, OnScale::sentences)
            .required("likelihood", LIKELIHOOD_FORM, on -> on)
            .required("interval", INTERVAL, on -> on.verdict().interval())
            .nullable("relationship", RELATIONSHIP, on -> on.verdict().relationship())
            .described("Null where too little is rated to name one.")
            .including(VerdictForms.RELATIONSHIPS, OnScale::verdict);

    private static final Form<Confidence> CONFIDENCE_PARTS = Form.<Confidence>named("confidenceParts")
            .required("level", CONFIDENCE_LEVEL, Confidence::level)
            .required("coverage", SHARE, "Share of the readings that are rated.", Confidence::coverage)
            .required("sourceGrade", SHARE, "Quality of the sources.", Confidence::sourceGrade)
            .required("age", SHARE, "Freshness of the readings.", Confidence::age)
            .required("robustness", SHARE, "Stability of the verdict under single changes.", Confidence::robustness)
            .required("atMost", CONFIDENCE_LEVEL, Confidence::maximumLevel)
            .described("The highest level for a horizon of this length.")
            .required("raisedBy", list(ID), Confidence::raisedBy)
            .described(
                    "Indicators that raise the level by a step, if read at the scenario's date from a reliable source.");

    private static final Form<Assessment> CONFIDENCE = Form.<Assessment>named("confidence")
            .including(CONFIDENCE_PARTS, Assessment::confidence)
            .required("statement", TEXT, ConfidenceStatement::of);

    private static final Form<CeilingEffect> CEILING = Form.<CeilingEffect>named("ceilingEffect")
            .required("rule", ID, CeilingEffect::rule)
            .nullable("kneePercent", PERCENT, effect -> boxed(effect.ceiling().kneePercent()))
            .described("Null where no share is taken back.")
            .required("share", SHARE, effect -> effect.ceiling().share())
            .described("Share of the points above the knee that is taken back.")
            .nullable("limitPercent", PERCENT, effect -> boxed(effect.ceiling().limitPercent()))
            .described("Null where there is no limit.")
            .required("takenBack", number("points", "minimum", 0).of(Points::value), CeilingEffect::reduction);

    private static final Form<PointBalance> POINTS_FORM = Form.<PointBalance>named(
                    "points",
                    "base + sum = raw; raw less what the ceilings take back = final; percent = 100 / (1 + 10^(-final/10)).")
            .required("base", POINTS, "Points of the base rate.", PointBalance::base)
            .required("sum", POINTS, "Sum of the rules that fired.", PointBalance::sum)
            .required("raw", POINTS, PointBalance::raw)
            .required("ceilings", list(CEILING), PointBalance::ceilings)
            .required("final", POINTS, PointBalance::result)
            .nullable("clampedFrom", PERCENT, balance -> boxed(balance.clampedFrom()))
            .described("The percentage before it was held between 1 and 99; null where it lay there.")
            .required("partnership", POINTS, "Depth of the partnership.", PointBalance::partnership)
            .required("floor", RELATIONSHIP, "The relationship that these points alone mean.", PointBalance::floor)
            .nullable("floorFrom", POINTS, PointBalance::floorFrom)
            .described("The points from which it begins; null for the lowest.")
            .nullable("nextFrom", POINTS, PointBalance::nextFrom)
            .described("The points from which the next begins; null for the highest that points reach.");

    private static final Form<BaseRateVariant> OUTSIDE_VIEW = Form.<BaseRateVariant>named("outsideView")
            .required("baseRatePercent", PERCENT, BaseRateVariant::baseRatePercent)
            .including(VerdictForms.LIKELIHOOD_AND_BAND, BaseRateVariant::likelihood);

    private static final Form<Assessment> ASSUMPTIONS =
            Form.<Assessment>named("assumptions").required("changed", list(ASSUMPTION_CHANGE), Assessment::assumptions);

    private static final Form<Supposed> SUPPOSITION = Form.<Supposed>named("supposition")
            .required("indicator", ID, supposed -> supposed.indicator().id())
            .required("words", TEXT, supposed -> Wording.plain(supposed.words()))
            .described("What it is taken to be, in words.");

    private static final Form<IntervalReduction> FIND_OUT = Form.<IntervalReduction>named("findOutNext")
            .required("indicator", ID, IntervalReduction::indicator)
            .required("narrowsPercent", number("percentage points", "minimum", 0), IntervalReduction::narrowsPercent)
            .described("By how much a reading would narrow the interval.");

    private static final Form<InCatalogue<Warning>> WARNING = Form.<InCatalogue<Warning>>named("warning")
            .required("code", choice(Warning.Kind.values()).of(Warning::kind), InCatalogue::value)
            .required("pointer", POINTER.of(Warning::pointer), InCatalogue::value)
            .required("detail", TEXT, item -> CaveatText.plain(item.value(), item.catalogue()));

    private static final Form<DataNoteInUse> NOTE = Form.<DataNoteInUse>named("dataNoteInUse")
            .required("indicator", ID, DataNoteInUse::indicator)
            .required("id", TEXT, note -> note.note().id())
            .required("note", TEXT, note -> note.note().note());

    /** With the terms of the default scale; the schema is the same for all. */
    public static final ResultDocument<Assessment> DOCUMENT = document(LikelihoodScale.ICD203);

    private AssessmentJson() {}

    public static ResultDocument<Assessment> document(LikelihoodScale scale) {
        return new ResultDocument<>(
                "assessment",
                "assessment",
                "What entente assess --format json and ndjson write.",
                Form.<Assessment>named("assessment")
                        .required("scenario", SCENARIO, Assessment::scenario)
                        .required("provenance", PROVENANCE, Assessment::provenance)
                        .required("verdict", VERDICT, assessment -> new OnScale(assessment, scale))
                        .required("confidence", CONFIDENCE, assessment -> assessment)
                        .required("points", POINTS_FORM, Assessment::balance)
                        .required("outsideView", list(OUTSIDE_VIEW), Assessment::outsideView)
                        .required("groups", list(LedgerForms.GROUP), Assessment::groups)
                        .required("ledger", LedgerForms.LEDGER, a -> InCatalogue.all(a.ledger(), a.catalogue()))
                        .required("suppositions", list(SUPPOSITION), SuppositionText::of)
                        .described(
                                "Readings that are assumed, supposed to be unknown, or given by probabilities without a source.")
                        .required("assumptions", ASSUMPTIONS, assessment -> assessment)
                        .required("findOutNext", list(FIND_OUT), Assessment::findOutNext)
                        .required("path", OutlookForms.PATH, assessment -> assessment)
                        .required(
                                "counterfactuals",
                                list(OutlookForms.COUNTERFACTUAL),
                                a -> a.outlook().counterfactuals())
                        .described("For each group with points in the balance, in the order of the catalogue.")
                        .required("changes", OutlookForms.CHANGES, Assessment::outlook)
                        .required("gaps", list(ID, "uniqueItems", true), "Unrated indicators.", Assessment::gaps)
                        .required("warnings", list(WARNING), a -> InCatalogue.all(a.warnings(), a.catalogue()))
                        .required("notes", list(NOTE), "Notes on doubtful data.", Assessment::notes));
    }
}
