package entente.service.archive;

import entente.document.Digest;
import entente.model.Band;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.service.archive.AssessmentFacts.Uncertainty;
import entente.service.archive.Database.DurabilityPromise;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.With;
import org.jspecify.annotations.Nullable;

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
    public ArchiveEntry add(NewAssessment assessment) {
        UUID id = ids.next();
        AssessmentFacts facts =
                assessment.facts().withTitle(SqlValues.text(assessment.facts().title()));
        byte[] json = assessment.compressedJson();
        database.charge(facts.owner(), json.length);
        database.write(() -> database.update(
                "insert into assessment (" + SUMMARY + ", json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                SqlValues.moment(Uuids.moment(id)),
                facts.scenarioId(),
                facts.title(),
                facts.band().name(),
                facts.percent(),
                facts.scenarioSha256(),
                facts.rulesVersion(),
                facts.rulesSha256(),
                facts.engine(),
                facts.owner(),
                facts.uncertainty().map(Uncertainty::low).orElse(null),
                facts.uncertainty().map(Uncertainty::high).orElse(null),
                facts.uncertainty().map(known -> known.confidence().name()).orElse(null),
                json));
        return new ArchiveEntry(new ArchiveSummary(id, Uuids.moment(id), facts), assessment.json());
    }

    public Optional<ArchiveEntry> find(UUID id) {
        return database.find(
                (row, number) -> new ArchiveEntry(summary(row, number), Compression.text(row.getBytes("json"))),
                "select " + SUMMARY + ", json from assessment where id = ?",
                id);
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
        List<Object> values = new ArrayList<>(conditions.values());
        values.add(filter.limit() + 1);
        List<ArchiveSummary> oneMore = database.list(
                Archive::summary,
                "select " + SUMMARY + " from assessment" + where + " order by id desc limit ?",
                values.toArray());
        if (oneMore.size() <= filter.limit()) {
            return new ArchivePage(List.copyOf(oneMore), Optional.empty());
        }
        List<ArchiveSummary> shown = List.copyOf(oneMore.subList(0, filter.limit()));
        return new ArchivePage(
                shown, Optional.of(Cursor.write(shown.get(shown.size() - 1).id(), filter)));
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

    public DurabilityPromise promise() {
        return database.promise();
    }

    private static ArchiveSummary summary(ResultSet row, int number) throws SQLException {
        return new ArchiveSummary(
                row.getObject("id", UUID.class),
                SqlValues.moment(row, "at"),
                new AssessmentFacts(
                        row.getString("scenario_id"),
                        row.getString("title"),
                        Band.valueOf(row.getString("band")),
                        row.getDouble("percent"),
                        row.getString("scenario_sha256"),
                        row.getString("rules_version"),
                        row.getString("rules_sha256"),
                        row.getString("engine"),
                        row.getString("owner"),
                        uncertainty(row)));
    }

    private static Optional<Uncertainty> uncertainty(ResultSet row) throws SQLException {
        @Nullable String confidence = row.getString("confidence");
        return confidence == null
                ? Optional.empty()
                : Optional.of(new Uncertainty(
                        row.getDouble("low_percent"),
                        row.getDouble("high_percent"),
                        ConfidenceLevel.valueOf(confidence)));
    }

    /** The cursor of a list: the last id, bound to the criteria of the list. */
    static final class Cursor {

        private static final int CHECK_BYTES = 8;

        private Cursor() {}

        static String write(UUID last, ArchiveFilter filter) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(last, filter));
        }

        /** @throws ProblemException if it is not a cursor of this list */
        static UUID read(String cursor, ArchiveFilter filter) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                if (bytes.length == 2 * Long.BYTES + CHECK_BYTES) {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes);
                    UUID last = new UUID(buffer.getLong(), buffer.getLong());
                    if (cursor.equals(write(last, filter))) {
                        return last;
                    }
                }
            } catch (IllegalArgumentException notBase64) {
                // Handled below like any other invalid cursor.
            }
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "The value of \"after\" does not belong to this list; take it from \"next\" and keep the other parameters.");
        }

        private static byte[] bytes(UUID last, ArchiveFilter filter) {
            // The page size may change; all other criteria identify the list.
            ArchiveFilter list = filter.withAfter(Optional.empty());
            String text = last + "|" + list.scenario() + list.band() + list.from() + list.to() + list.rulesSha256();
            ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES + CHECK_BYTES);
            buffer.putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
            buffer.put(HexFormat.of().parseHex(Digest.sha256(text)), 0, CHECK_BYTES);
            return buffer.array();
        }
    }

    /**
     * A stored assessment without its JSON.
     *
     * @param at time of storage, to the millisecond; entries with greater ids are never earlier
     */
    public record ArchiveSummary(UUID id, Instant at, AssessmentFacts facts) {}

    /** A stored assessment. */
    public record ArchiveEntry(ArchiveSummary summary, String json) {
        public UUID id() {
            return summary.id();
        }
    }

    /**
     * A page of a list.
     *
     * @param next value for {@link ArchiveFilter#after}; empty on the last page
     */
    public record ArchivePage(List<ArchiveSummary> entries, Optional<String> next) {}

    /**
     * Criteria for listing assessments; empty ones are ignored.
     *
     * @param from earliest time, inclusive
     * @param to latest time, exclusive
     * @param after the {@link ArchivePage#next} of the page before
     * @param limit maximum number, 1 to 1,000
     */
    public record ArchiveFilter(
            Optional<String> scenario,
            Optional<Band> band,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> rulesSha256,
            @With Optional<String> after,
            int limit) {}
}
