package entente.service.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.With;

/** Stored assessments. They are never changed, and deleted only if a retention is set. */
public final class Archive {

    /** Stored responses refer to assessments for a day; clocks of instances may differ. */
    public static final Duration MIN_RETENTION = Duration.ofDays(2);

    /** Rows deleted per transaction, which blocks other writes to the embedded database. */
    private static final int SWEEP_BATCH = 200;

    private static final String SUMMARY =
            "id, at, scenario_id, title, band, percent, scenario_sha256, rules_version, rules_sha256, engine, owner, "
                    + "low_percent, high_percent, confidence";

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
    public UUID add(NewAssessment assessment) {
        UUID id = ids.next();
        AssessmentFacts facts = assessment.facts();
        byte[] json = assessment.compressedJson();
        database.charge(facts.owner(), json.length);
        database.write(() -> database.update(
                "insert into assessment (" + SUMMARY + ", json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                SqlValues.moment(Uuids.moment(id)),
                facts.scenarioId(),
                SqlValues.text(facts.title()),
                facts.band().name(),
                facts.percent(),
                facts.scenarioSha256(),
                facts.rules().version(),
                facts.rules().sha256(),
                facts.engine(),
                facts.owner(),
                facts.lowPercent().orElse(null),
                facts.highPercent().orElse(null),
                facts.confidence().map(Enum::name).orElse(null),
                json));
        return id;
    }

    public Optional<ArchiveEntry> find(UUID id) {
        return database.find(
                (row, number) -> new ArchiveEntry(summary(row, number), Compression.text(row.getBytes("json"))),
                "select " + SUMMARY + ", json from assessment where id = ?",
                id);
    }

    /**
     * Lists assessments, newest first.
     */
    public ArchivePage list(ArchiveFilter filter) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        filter.scenario().ifPresent(given -> conditions.put("scenario_id = ?", given));
        filter.band().ifPresent(given -> conditions.put("band = ?", given.name()));
        filter.rulesSha256().ifPresent(given -> conditions.put("rules_sha256 = ?", given));
        // Ids are ordered by time, so that one index serves order, period and cursor.
        filter.from().ifPresent(given -> conditions.put("id >= ?", Uuids.least(given)));
        filter.to().ifPresent(given -> conditions.put("id < ?", Uuids.least(given)));
        filter.after().ifPresent(given -> conditions.put("? > id", given));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
        List<Object> values = new ArrayList<>(conditions.values());
        values.add(filter.limit() + 1);
        List<StoredAssessment> oneMore = database.list(
                Archive::summary,
                "select " + SUMMARY + " from assessment" + where + " order by id desc limit ?",
                values.toArray());
        if (oneMore.size() <= filter.limit()) {
            return new ArchivePage(List.copyOf(oneMore), Optional.empty());
        }
        List<StoredAssessment> shown = List.copyOf(oneMore.subList(0, filter.limit()));
        return new ArchivePage(shown, Optional.of(shown.get(shown.size() - 1).id()));
    }

    /** Deletes assessments older than this, at least {@link #MIN_RETENTION}, oldest first; returns how many. */
    public int sweep(Duration retention) {
        UUID end = Uuids.least(clock.instant().minus(retention));
        int deleted = 0;
        int batch;
        do {
            batch = database.delete(() -> database.update(
                    "delete from assessment where id in (select id from assessment where id < ? order by id limit ?)",
                    end,
                    SWEEP_BATCH));
            deleted += batch;
        } while (batch == SWEEP_BATCH);
        return deleted;
    }

    private static StoredAssessment summary(ResultSet row, int number) throws SQLException {
        return new StoredAssessment(
                row.getObject("id", UUID.class),
                SqlValues.moment(row, "at"),
                new AssessmentFacts(
                        row.getString("scenario_id"),
                        row.getString("title"),
                        row.getString("scenario_sha256"),
                        row.getDouble("percent"),
                        Band.valueOf(row.getString("band")),
                        Optional.ofNullable(row.getObject("low_percent", Double.class)),
                        Optional.ofNullable(row.getObject("high_percent", Double.class)),
                        Optional.ofNullable(row.getString("confidence")).map(ConfidenceLevel::valueOf),
                        row.getString("engine"),
                        new RuleBookVersion(
                                row.getString("rules_version"), row.getString("rules_sha256"), Optional.empty()),
                        row.getString("owner")));
    }

    /**
     * A stored assessment without its JSON.
     *
     * @param at time of storage, to the millisecond; entries with greater ids are never earlier
     */
    public record StoredAssessment(
            UUID id,
            @Described("Time of storage.") Instant at,
            @JsonUnwrapped AssessmentFacts facts) {}

    public record ArchiveEntry(StoredAssessment summary, String json) {
        public UUID id() {
            return summary.id();
        }
    }

    public record ArchivePage(
            @JsonProperty("assessments") List<StoredAssessment> entries,

            @Described("Value of after for the next page; absent on the last.")
            Optional<UUID> next) {}

    /**
     * Criteria for listing assessments; empty ones are ignored.
     *
     * @param from earliest time, inclusive
     * @param to latest time, exclusive
     * @param after the {@link ArchivePage#next} of the page before
     * @param limit maximum number, 1 to 1,000
     */
    @With
    public record ArchiveFilter(
            Optional<String> scenario,
            Optional<Band> band,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> rulesSha256,
            Optional<UUID> after,
            int limit) {

        /** The newest of all. */
        public static ArchiveFilter newest(int limit) {
            return new ArchiveFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    limit);
        }
    }
}
