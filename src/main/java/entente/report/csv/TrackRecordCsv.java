package entente.report.csv;

import entente.analysis.track.Statement;
import entente.analysis.track.Statement.Published;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement;
import entente.analysis.track.TrackedStatement.Resolution;

/** A track record as CSV, one row per statement. */
public final class TrackRecordCsv {

    private static final CsvTable<Statement> STATEMENT = CsvTable.<Statement>part()
            .column(
                    "as_of",
                    CsvTable.ColumnType.DATE,
                    "Date that the scenario describes; empty if none.",
                    Statement::asOf)
            .column(
                    "horizon_years",
                    CsvTable.ColumnType.INTEGER,
                    "Horizon in years: 1, 5 or 10.",
                    Statement::horizonYears)
            .column("last_day", CsvTable.ColumnType.DATE, "Last day of the horizon.", Statement::lastDay)
            .text(
                    "statement",
                    "The verdict in one sentence; empty in early editions.",
                    statement -> statement.published().map(Published::text))
            .number("percent", "Likelihood of an alliance, percent, 1–99.", Statement::likelihood)
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
            .column(
                    "number",
                    CsvTable.ColumnType.INTEGER,
                    "Number of the edition.",
                    one -> one.edition().id().number())
            .text(
                    "issued",
                    "When it was issued, in UTC.",
                    one -> one.edition().issued().toString())
            .including(STATEMENT, one -> one.edition().statement())
            .text("state", "RESOLVED, OPEN, OVERDUE or HINDSIGHT.", TrackedStatement::state)
            .column(
                    "occurred",
                    CsvTable.ColumnType.BOOLEAN,
                    "Whether the event occurred; empty if not resolved.",
                    one -> one.resolution().map(Resolution::occurred))
            .column(
                    "resolved_on",
                    CsvTable.ColumnType.DATE,
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
