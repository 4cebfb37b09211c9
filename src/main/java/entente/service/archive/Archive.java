package entente.service.archive;

import entente.model.Band;
import entente.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stored assessments. They are never changed, and deleted only if a retention is set. */
public final class Archive {

    /** Stored responses refer to assessments for a day; clocks of instances may differ. */
    public static final Duration MIN_RETENTION = Duration.ofDays(2);

    /** Rows deleted per transaction, which blocks other writes to the embedded database. */
    private static final int SWEEP_BATCH = 200;

    private static final String SUMMARY =
            "id, at, scenario_id, title, band, percent, scenario_sha256, rules_version, rules_sha256, engine, owner";

    private final Database database;
    private final InstantSource clock;
    private final Uuids ids;

    public Archive(Database store, InstantSource clock) {
        this.database = store;
        this.clock = clock;
        this.ids = new Uuids(clock);
    }

    /**
     * Stores an assessment. It is committed when this returns, except within
     * {@link IdempotentResponses#execute}, whose transaction it then joins.
     *
     * @throws ProblemException if the archive cannot be reached or is full
     */
    public ArchiveEntry add(NewAssessment a) {
        UUID id = ids.next();
        String title = SqlValues.text(a.title());
        database.write(() -> database.sql()
                .sql("insert into assessment (" + SUMMARY + ", json) values (:id, :at, :scenario, :title, :band, "
                        + ":percent, :scenarioSha256, :rulesVersion, :rulesSha256, :engine, :owner, :json)")
                .param("id", id)
                .param("at", SqlValues.moment(Uuids.moment(id)))
                .param("scenario", a.scenarioId())
                .param("title", title)
                .param("band", a.band().name())
                .param("percent", a.percent())
                .param("scenarioSha256", a.scenarioSha256())
                .param("rulesVersion", a.rulesVersion())
                .param("rulesSha256", a.rulesSha256())
                .param("engine", a.engine())
                .param("owner", a.owner())
                .param("json", a.compressedJson())
                .update());
        ArchiveSummary summary = new ArchiveSummary(
                id,
                Uuids.moment(id),
                a.scenarioId(),
                title,
                a.band(),
                a.percent(),
                a.scenarioSha256(),
                a.rulesVersion(),
                a.rulesSha256(),
                a.engine(),
                a.owner());
        return summary.with(a.json());
    }

    public Optional<ArchiveEntry> find(UUID id) {
        return database.read(() -> database.sql()
                .sql("select " + SUMMARY + ", json from assessment where id = :id")
                .param("id", id)
                .query((row, number) -> summary(row).with(Compression.text(row.getBytes("json"))))
                .optional());
    }

    /**
     * Lists assessments, newest first.
     *
     * @throws ProblemException if {@link ArchiveFilter#after} does not belong to this list
     */
    public ArchivePage list(ArchiveFilter filter) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        filter.scenario().ifPresent(given -> conditions.put("scenario_id = ?", given));
        filter.band().ifPresent(given -> conditions.put("band = ?", given.name()));
        filter.rulesSha256().ifPresent(given -> conditions.put("rules_sha256 = ?", given));
        // Ids are ordered by time, so that one index serves order, period and cursor.
        filter.from().ifPresent(given -> conditions.put("id >= ?", Uuids.least(given)));
        filter.to().ifPresent(given -> conditions.put("id < ?", Uuids.least(given)));
        filter.after().ifPresent(given -> conditions.put("? > id", Cursor.read(given, filter)));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
        List<ArchiveSummary> oneMore = database.read(() -> database.sql()
                .sql("select " + SUMMARY + " from assessment" + where + " order by id desc limit ?")
                .params(List.copyOf(conditions.values()))
                .param(filter.limit() + 1)
                .query((row, number) -> summary(row))
                .list());
        if (oneMore.size() <= filter.limit()) {
            return new ArchivePage(List.copyOf(oneMore), Optional.empty());
        }
        List<ArchiveSummary> shown = List.copyOf(oneMore.subList(0, filter.limit()));
        return new ArchivePage(
                shown, Optional.of(Cursor.write(shown.get(shown.size() - 1).id(), filter)));
    }

    /**
     * Deletes assessments older than the retention, oldest first.
     *
     * @param retention at least {@link #MIN_RETENTION}
     * @return how many
     */
    public int sweep(Duration retention) {
        UUID end = Uuids.least(clock.instant().minus(retention));
        int deleted = 0;
        int batch;
        do {
            batch = database.delete(() -> database.sql()
                    .sql("delete from assessment where id in "
                            + "(select id from assessment where id < ? order by id limit ?)")
                    .param(end)
                    .param(SWEEP_BATCH)
                    .update());
            deleted += batch;
        } while (batch == SWEEP_BATCH);
        return deleted;
    }

    public DurabilityPromise promise() {
        return database.promise();
    }

    private static ArchiveSummary summary(ResultSet row) throws SQLException {
        return new ArchiveSummary(
                row.getObject("id", UUID.class),
                SqlValues.moment(row, "at"),
                row.getString("scenario_id"),
                row.getString("title"),
                Band.valueOf(row.getString("band")),
                row.getDouble("percent"),
                row.getString("scenario_sha256"),
                row.getString("rules_version"),
                row.getString("rules_sha256"),
                row.getString("engine"),
                row.getString("owner"));
    }
}
