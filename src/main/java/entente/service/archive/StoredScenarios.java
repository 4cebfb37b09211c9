package entente.service.archive;

import entente.document.Digest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Scenarios stored by callers. Each change creates a version; none is overwritten, and a change must be based on the
 * newest version, so that no update is lost. Earlier versions are deleted only if a retention is set.
 */
@RequiredArgsConstructor
public final class StoredScenarios {

    private final Database database;
    private final InstantSource clock;

    public Optional<StoredScenario> find(String id) {
        return newest(id).filter(StoredScenario::exists);
    }

    /** The ids of all scenarios, in order. */
    public List<String> ids() {
        return database.list(
                (row, number) -> row.getString("id"),
                "select id from scenario_version s where body is not null and not exists "
                        + "(select 1 from scenario_version n where n.id = s.id and n.version > s.version) order by id");
    }

    /**
     * Stores a new version based on the one that the caller names. Unchanged bytes create no version.
     *
     * @param id at most 100 characters
     * @param author at most 255 characters
     * @param ifMatch the header: the ETag of the version that the change is based on
     * @param ifNoneMatchAny whether to create a new scenario
     * @throws ProblemException 428 if neither is given, 412 if the newest version is another
     */
    public StoredScenario put(
            String id, String author, byte[] bytes, Optional<String> ifMatch, boolean ifNoneMatchAny) {
        Optional<StoredScenario> newest = newest(id);
        Optional<StoredScenario> current = newest.filter(StoredScenario::exists);
        check(current, ifMatch, ifNoneMatchAny);
        String sha256 = Digest.sha256(bytes);
        if (current.isPresent() && current.get().sha256().equals(sha256)) {
            database.awaitDurable();
            return current.get();
        }
        return append(id, newest.map(StoredScenario::version).orElse(0) + 1, sha256, author, bytes);
    }

    /**
     * Deletes a scenario; its versions remain in the archive for the retention.
     *
     * @param ifMatch as for {@link #put}
     * @return whether there was one
     * @throws ProblemException as {@link #put}
     */
    public boolean delete(String id, String author, Optional<String> ifMatch) {
        Optional<StoredScenario> current = find(id);
        if (current.isEmpty()) {
            return false;
        }
        check(current, ifMatch, false);
        append(id, current.get().version() + 1, "", author, new byte[0]);
        return true;
    }

    /** Deletes versions that were replaced, and scenarios that were deleted, longer ago than this; returns how many. */
    public int sweep(Duration retention) {
        OffsetDateTime end = SqlValues.moment(clock.instant().minus(retention));
        return database.delete(() -> database.update(
                "delete from scenario_version where at < ? and (body is null or exists (select 1 from scenario_version n "
                        + "where n.id = scenario_version.id and n.version > scenario_version.version and n.at < ?))",
                end,
                end));
    }

    /** @throws ProblemException if neither header is given, or the current version is another */
    private static void check(Optional<StoredScenario> current, Optional<String> ifMatch, boolean ifNoneMatchAny) {
        if (ifMatch.isEmpty() && !ifNoneMatchAny) {
            throw ProblemType.PRECONDITION_REQUIRED.problem(
                    "Send If-Match with the ETag of the version to change, or If-None-Match: * for a new scenario.");
        }
        if (ifNoneMatchAny && current.isPresent()) {
            throw ProblemType.STALE.problem("A scenario with this id already exists.");
        }
        if (ifMatch.isPresent() && !matches(ifMatch.get().strip(), current)) {
            throw stale();
        }
    }

    private static ProblemException stale() {
        return ProblemType.STALE.problem("The scenario was changed or deleted since this version was read.");
    }

    /** Strong comparison: a weak tag matches nothing. */
    private static boolean matches(String header, Optional<StoredScenario> current) {
        return current.isPresent()
                && (header.equals("*")
                        || Arrays.stream(header.split(","))
                                .anyMatch(
                                        tag -> tag.strip().equals(current.get().etag())));
    }

    /** Also a version that records a deletion. */
    private Optional<StoredScenario> newest(String id) {
        return database.find(
                StoredScenarios::scenario,
                "select id, version, sha256, author, at, body from scenario_version where id = ? "
                        + "order by version desc limit 1",
                id);
    }

    /** Of concurrent appends with the same version number, the primary key admits one. */
    private StoredScenario append(String id, int version, String sha256, String author, byte[] bytes) {
        database.charge(author, bytes.length);
        StoredScenario next = new StoredScenario(
                id, version, sha256, author, SqlValues.moment(clock.instant()).toInstant(), bytes);
        boolean appended = database.insert(() -> database.update(
                "insert into scenario_version (id, version, sha256, author, at, body) values (?, ?, ?, ?, ?, ?)",
                id,
                version,
                sha256,
                author,
                SqlValues.moment(next.at()),
                next.exists() ? bytes : null));
        if (!appended) {
            throw stale();
        }
        return next;
    }

    private static StoredScenario scenario(ResultSet row, int number) throws SQLException {
        return new StoredScenario(
                row.getString("id"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("author"),
                SqlValues.moment(row, "at"),
                Optional.ofNullable(row.getBytes("body")).orElse(new byte[0]));
    }
}
