package entente.report.csv;

import entente.analysis.track.Statement;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement;
import entente.analysis.track.TrackedStatement.Resolution;

/** A track record as CSV, one row per statement. */
public final class TrackRecordCsv {

    private static final CsvTable<Statement> STATEMENT = CsvTable.<Statement>part()
            .date("as_of", "Date that the scenario describes; empty if none.", Statement::asOf)
            .integer("horizon_years", "Horizon in years: 1 to 10.", Statement::horizonYears)
            .date("last_day", "Last day of the horizon.", Statement::lastDay)
            .text("statement", "The verdict in one sentence.", Statement::text)
            .number("percent", "Likelihood of an alliance, percent, 0.1–99.9.", Statement::likelihood)
            .number(
                    "lowest_percent",
                    "Lowest likelihood that was published, which differs in an interval.",
                    Statement::lowest)
            .number("highest_percent", "Highest likelihood that was published.", Statement::highest)
            .number(
                    "base_rate_percent",
                    "Base rate of the rule book for the horizon, percent.",
                    Statement::baseRatePercent)
            .text("relationship", "Expected relationship; empty if too little is rated.", Statement::relationship);

    public static final CsvTable<TrackedStatement> TABLE = CsvTable.<TrackedStatement>of(
                    "editions track-record", "One row per archived edition.")
            .text("scenario", "Scenario.", one -> one.edition().id().scenario())
            .integer(
                    "number",
                    "Number of the edition.",
                    one -> one.edition().id().number())
            .text(
                    "issued",
                    "When it was issued, in UTC.",
                    one -> one.edition().issued().toString())
            .including(STATEMENT, one -> one.edition().statement())
            .text("state", "RESOLVED, OPEN, OVERDUE or HINDSIGHT.", TrackedStatement::state)
            .truth(
                    "occurred",
                    "Whether the event occurred; empty if not resolved.",
                    one -> one.resolution().map(Resolution::occurred))
            .date(
                    "resolved_on",
                    "Day of the event or of no.",
                    one -> one.resolution().map(Resolution::on))
            .text("source", "Source of the resolution.", one -> one.resolution().map(Resolution::source))
            .text(
                    "scenario_sha256",
                    "Digest of the resolved scenario.",
                    one -> one.edition().scenarioSha256())
            .including(SharedColumns.VERSIONS, one -> one.edition().provenance());

    private TrackRecordCsv() {}

    public static String write(TrackRecord record) {
        return TABLE.write(record.statements());
    }
}
