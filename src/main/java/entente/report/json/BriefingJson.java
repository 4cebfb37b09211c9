package entente.report.json;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.PERCENT;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.POSSIBLY_EMPTY_TEXT;
import static entente.report.json.JsonTypes.PROBABILITY;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.number;

import entente.analysis.track.StatementChange;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.LedgerItem;
import entente.report.briefing.Briefing.Method;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.Since;
import entente.report.briefing.Briefing.Source;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.briefing.Briefing.Watch;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.wording.Wording;

/** A briefing as JSON: its sentences and tables, for programs that set it in a layout of their own. */
public final class BriefingJson {

    private static final JsonType<Double> POINTS = number("points");

    private static final Form<ConfidenceNote> CONFIDENCE = Form.<ConfidenceNote>named("briefingConfidence")
            .required("level", VerdictForms.CONFIDENCE_LEVEL, ConfidenceNote::level)
            .required("lead", TEXT, ConfidenceNote::lead)
            .required("reasons", TEXT, ConfidenceNote::reasons);

    private static final Form<Since> SINCE = Form.<Since>named("briefingSince")
            .required("lead", TEXT, "The previous edition.", Since::lead)
            .required("text", TEXT, "What has changed since.", Since::text);

    private static final Form<Judgement> JUDGEMENT = Form.<Judgement>named("briefingJudgement")
            .required("lead", TEXT, Judgement::lead)
            .required("text", TEXT, "What it rests on.", Judgement::text)
            .required("cites", POSSIBLY_EMPTY_TEXT, "Paragraphs of the article.", Judgement::cites)
            .required(
                    "assumption", POSSIBLY_EMPTY_TEXT, "What the project assumes beyond them.", Judgement::assumption);

    private static final Form<PointsRow> POINTS_ROW = Form.<PointsRow>named("briefingPoints")
            .required("kind", choice(PointsRow.Kind.values()), PointsRow::kind)
            .required("label", TEXT, PointsRow::label)
            .required("from", POINTS, "Points before this row.", PointsRow::from)
            .required("to", POINTS, "Points after it.", PointsRow::to);

    private static final Form<WatchRow> WATCH_ROW = Form.<WatchRow>named("briefingIndicator")
            .required("label", TEXT, WatchRow::label)
            .required("now", TEXT, "The reading, with the one of the previous edition if that differs.", WatchRow::now)
            .required(
                    "threshold",
                    TEXT,
                    "The values beyond the nearest threshold that lead to another band.",
                    WatchRow::threshold)
            .required("outcome", TEXT, "The word of likelihood with these values.", WatchRow::outcome)
            .required(
                    "likelihood",
                    TEXT,
                    "The likelihood with these values: the lowest and the highest.",
                    WatchRow::likelihood)
            .required("direction", choice(WatchRow.Direction.values()), WatchRow::direction)
            .required("status", choice(WatchRow.Status.values()), WatchRow::status);

    private static final Form<Watch> WATCH = Form.<Watch>named("briefingWatch")
            .required("rows", list(WATCH_ROW), Watch::rows)
            .required("tripped", COUNT, Watch::tripped)
            .required("notTripped", COUNT, Watch::notTripped)
            .required("note", POSSIBLY_EMPTY_TEXT, "Since when, and which band no single reading brings.", Watch::note);

    private static final Form<TermProbability> TERM = Form.<TermProbability>named("briefingTermProbability")
            .required("term", TEXT, "Word of likelihood with its range.", TermProbability::term)
            .required("probability", PROBABILITY, TermProbability::probability);

    private static final Form<Probabilities> PROBABILITIES = Form.<Probabilities>named("briefingProbabilities")
            .required("expectedPercent", PERCENT, "The expected likelihood.", Probabilities::expectedPercent)
            .required("terms", list(TERM), Probabilities::terms)
            .required("text", TEXT, "The same in sentences, and what it rests on.", Probabilities::text);

    private static final Form<AssumptionRow> ASSUMPTION = Form.<AssumptionRow>named("briefingAssumption")
            .required("text", TEXT, AssumptionRow::text)
            .required("cites", TEXT, AssumptionRow::cites)
            .required("basis", TEXT, "The reading that it rests on.", AssumptionRow::basis)
            .required("support", choice(AssumptionRow.Support.values()), AssumptionRow::support);

    private static final Form<Source> SOURCE = Form.<Source>named("briefingSource")
            .required("reference", TEXT, Source::reference)
            .required("grades", POSSIBLY_EMPTY_TEXT, "Admiralty grades of its readings.", Source::grades)
            .required("readings", POSITIVE, "Number of readings from it.", Source::readings)
            .required("own", BOOLEAN, "Whether it is a judgement or an assumption of the authors.", Source::own)
            .required(
                    "inherited",
                    BOOLEAN,
                    "Whether the scenario that this one changes has the same readings from it.",
                    Source::inherited);

    private static final Form<Method> METHOD = Form.<Method>named("briefingMethod")
            .required("text", TEXT, Method::text)
            .required("command", TEXT, "Reproduces the assessment.", Method::command)
            .required("provenance", TEXT, "Versions and digests.", Method::provenance);

    private static final Form<LedgerItem> LEDGER_ITEM = Form.<LedgerItem>named("briefingRule")
            .required("group", TEXT, LedgerItem::group)
            .required("claim", TEXT, LedgerItem::claim)
            .required("points", TEXT, LedgerItem::points)
            .required("cites", POSSIBLY_EMPTY_TEXT, LedgerItem::cites)
            .required("readings", POSSIBLY_EMPTY_TEXT, "What it read.", LedgerItem::readings);

    public static final ResultDocument<Briefing> DOCUMENT = new ResultDocument<>(
            "briefing",
            "briefing",
            "What entente brief --format json writes: the sentences and tables of a briefing.",
            Form.<Briefing>named("briefing")
                    .required("scenario", ID, Briefing::scenario)
                    .required("edition", POSITIVE, Briefing::edition)
                    .required("asOf", POSSIBLY_EMPTY_TEXT, "Date of the scenario in words.", Briefing::asOf)
                    .required("title", TEXT, Briefing::title)
                    .required(
                            "percent", LIKELIHOOD, briefing -> briefing.points().likelihood())
                    .optional("base", TEXT, Briefing::base)
                    .described("Title of the scenario that this one changes.")
                    .required("supposed", BOOLEAN, "Whether the scenario is a supposition.", Briefing::supposed)
                    .required("supposition", POSSIBLY_EMPTY_TEXT, briefing -> Wording.plain(briefing.supposition()))
                    .described("What it supposes; stands before the verdict.")
                    .optional("change", RecordType.of(StatementChange.class), Briefing::change)
                    .described("What is new against the edition before.")
                    .required(
                            "statement",
                            TEXT,
                            "The verdict in one sentence.",
                            briefing -> Wording.plain(briefing.statement()))
                    .required("drivers", POSSIBLY_EMPTY_TEXT, "The factors that matter most.", Briefing::drivers)
                    .required("standing", list(TEXT), Briefing::standing)
                    .described("Other base rates, the other reading, expected relationship, treaty in force.")
                    .required("confidence", CONFIDENCE, Briefing::confidence)
                    .optional("since", SINCE, Briefing::since)
                    .described("Absent in the first edition.")
                    .required("judgements", list(JUDGEMENT), Briefing::judgements)
                    .required(
                            "points",
                            list(POINTS_ROW),
                            briefing -> briefing.points().rows())
                    .required("path", POSSIBLY_EMPTY_TEXT, Briefing::path)
                    .required("watch", WATCH, Briefing::watch)
                    .required("alternative", list(TEXT), "What tells the rival reading apart.", Briefing::alternative)
                    .required("notKnown", list(TEXT), Briefing::notKnown)
                    .optional("probabilities", PROBABILITIES, Briefing::probabilities)
                    .described("Of the verdicts, where the scenario says how probable the values of a reading are.")
                    .required("keyAssumptions", list(ASSUMPTION), Briefing::keyAssumptions)
                    .required("assumed", list(TEXT), "Assumptions of the scenario.", Briefing::assumed)
                    .required("caveats", list(TEXT), Briefing::caveats)
                    .required("sources", list(SOURCE), Briefing::sources)
                    .required("method", METHOD, Briefing::method)
                    .required(
                            "ledger",
                            list(LEDGER_ITEM),
                            "Rules that fired; empty in the short form.",
                            Briefing::ledger));

    private BriefingJson() {}
}
