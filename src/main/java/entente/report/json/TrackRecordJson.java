package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.JsonTypes.*;

import entente.analysis.track.BrierScore;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackRecord.CalibrationBand;
import entente.analysis.track.TrackedStatement;
import entente.analysis.track.TrackedStatement.State;
import java.util.Locale;

/** The track record of an archive of editions as JSON. */
public final class TrackRecordJson {

    private static final Form<BrierScore> SCORE = Form.<BrierScore>named(
                    "trackScore", "Mean squared differences between forecast and outcome, 0 at best and 1 at worst.")
            .required("cases", POSITIVE, "Statements or questions.", BrierScore::cases)
            .required("lowest", SHARE, "Of the statements, each interval at its nearer end.", BrierScore::lowest)
            .required("highest", SHARE, "Of the statements, each interval at its farther end.", BrierScore::highest)
            .required("baseRate", SHARE, "Of the base rates of their horizons.", BrierScore::baseRate)
            .required("lowestSkill", number("skill score", "maximum", 1), BrierScore::lowestSkill)
            .described("1 - highest / baseRate: 1 is perfect, 0 no better than the base rate.")
            .required("highestSkill", number("skill score", "maximum", 1), BrierScore::highestSkill)
            .described("1 - lowest / baseRate.");

    private static final Form<CalibrationBand> CALIBRATION = Form.<CalibrationBand>named("trackCalibration")
            .required("band", BAND, CalibrationBand::band)
            .required("statements", POSITIVE, CalibrationBand::statements)
            .required("meanPercent", PERCENT, "Mean likelihood, to a tenth.", CalibrationBand::meanPercent)
            .required("events", COUNT, "Statements whose event occurred.", CalibrationBand::events);

    private static final Form<TrackedStatement> TRACKED = Form.<TrackedStatement>named("trackedStatement")
            .including(EditionJson.ID_FORM, one -> one.edition().id())
            .required("issued", INSTANT, one -> one.edition().issued())
            .required("statement", EditionJson.STATEMENT, one -> one.edition().statement())
            .required("state", choice(State.values()), TrackedStatement::state)
            .described("HINDSIGHT if it was issued when its horizon was over or its event had happened: not scored.")
            .optional("resolution", EditionJson.RESOLUTION, TrackedStatement::resolution);

    public static final ResultDocument<TrackRecord> DOCUMENT = new ResultDocument<>(
            "track-record",
            "track record",
            "What entente editions track-record --format json writes: how the statements of archived editions did.",
            form());

    private TrackRecordJson() {}

    private static Form<TrackRecord> form() {
        Form<TrackRecord> form = Form.<TrackRecord>named("trackRecord")
                .required("today", DATE, "The day of the record, in UTC.", TrackRecord::today)
                .required("questions", COUNT, "Different events and last days.", TrackRecord::questions);
        for (State state : State.values()) {
            form = form.required(
                    state.name().toLowerCase(Locale.ROOT),
                    COUNT,
                    "Statements in this state.",
                    record -> record.count(state));
        }
        return form.required("resolvedQuestions", COUNT, TrackRecord::resolvedQuestions)
                .required("meansMuchFromQuestions", COUNT, record -> TrackRecord.MIN_QUESTIONS)
                .described("Resolved questions below which scores and calibration mean little.")
                .optional("byStatement", SCORE, "Absent while nothing is resolved.", TrackRecord::byStatement)
                .optional("byQuestion", SCORE, TrackRecord::byQuestion)
                .described("Each question counts once, with the mean of its statements.")
                .required(
                        "calibration",
                        list(CALIBRATION),
                        "By band; bands without any are absent.",
                        TrackRecord::calibration)
                .required("intervals", COUNT, TrackRecord::intervals)
                .described("Resolved statements that give an interval instead of a likelihood: in no band.")
                .required("statements", list(TRACKED), TrackRecord::statements);
    }
}
