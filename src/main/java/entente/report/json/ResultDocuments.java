package entente.report.json;

import entente.analysis.backtest.BacktestResult;
import entente.analysis.track.Edition;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement.Resolution;
import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.quality.calibration.Calibration;
import entente.quality.cases.CaseReport;
import entente.report.briefing.Briefing;
import java.util.List;
import java.util.Optional;

/** The documents that commands write. */
public final class ResultDocuments {

    public static final ResultDocument<BacktestResult> BACKTEST = new ResultDocument<>(
            "backtest",
            "backtest",
            "What entente rules backtest --format json writes: verdicts on past scenarios compared with outcomes.",
            RecordType.of(BacktestResult.class));

    public static final ResultDocument<Briefing> BRIEFING = new ResultDocument<>(
            "briefing",
            "briefing",
            "What entente brief --format json writes: the sentences and tables of a briefing.",
            RecordType.of(Briefing.class));

    public static final ResultDocument<CaseReport> CASES = new ResultDocument<>(
            "rules-test",
            "cases of a rule book",
            "What entente rules test --format json writes: whether a rule book meets the expectations of its cases.",
            RecordType.of(CaseReport.class));

    public static final ResultDocument<Calibration> CALIBRATION = new ResultDocument<>(
            "calibration",
            "calibration",
            "What entente rules calibrate --format json writes: a rule book measured by judged worlds.",
            RecordType.of(Calibration.class));

    public static final ResultDocument<Edition> EDITION = new ResultDocument<>(
            "edition",
            "edition",
            "What edition.json in an archive of briefings holds: the statement of an edition and its provenance.",
            RecordType.of(Edition.class));

    public static final ResultDocument<Resolution> RESOLUTION = new ResultDocument<>(
            "resolution",
            "resolution",
            "What resolution.json in an archive of briefings holds: what became of a statement.",
            RecordType.of(Resolution.class));

    public static final ResultDocument<TrackRecord> TRACK_RECORD = new ResultDocument<>(
            "track-record",
            "track record",
            "What entente editions track-record --format json writes: how the statements of archived editions did.",
            RecordType.of(TrackRecord.class));

    public static final RecordType<Indicator> INDICATOR = RecordType.of(Indicator.class);

    public static final ResultDocument<List<Indicator>> INDICATORS = new ResultDocument<>(
            "indicators",
            "indicators",
            "What entente scenario indicators --format json writes: all indicators, or the requested one.",
            INDICATOR.list());

    public static final RecordType<Rule> RULE = RecordType.of(Rule.class);

    public static final ResultDocument<List<Rule>> RULES = new ResultDocument<>(
            "rules", "rules", "What entente rules list and rules show --format json write.", RULE.list());

    private ResultDocuments() {}

    /** All of them. */
    public static List<ResultDocument<?>> all() {
        return List.of(
                AssessmentJson.DOCUMENT,
                ExplanationJson.DOCUMENT,
                FlipJson.DOCUMENT,
                ProblemJson.DOCUMENT,
                INDICATORS,
                RULES,
                CASES,
                BACKTEST,
                CALIBRATION,
                SensitivityJson.DOCUMENT,
                ExplorationJson.DOCUMENT,
                SeriesJson.DOCUMENT,
                BRIEFING,
                EDITION,
                RESOLUTION,
                TRACK_RECORD,
                LintJson.DOCUMENT,
                VerificationJson.DOCUMENT,
                ContrastJson.DOCUMENT,
                RuleBookDiffJson.DOCUMENT);
    }

    public static List<String> names() {
        return all().stream().map(ResultDocument::name).toList();
    }

    public static Optional<ResultDocument<?>> find(String name) {
        return all().stream().filter(document -> document.name().equals(name)).findFirst();
    }
}
