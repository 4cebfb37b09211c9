package entente.service.archive;

import entente.document.Digest;
import entente.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Scenarios stored by callers. Each change creates a version; none is overwritten, and a change must be based on the
 * newest version, so that no update is lost.
 */
@RequiredArgsConstructor
public final class StoredScenarios {

    private final Database database;
    private final InstantSource clock;

    /** A version; without a scenario if it was deleted. */
    private record Link(int version, Optional<StoredScenario> scenario) {}

    public Optional<StoredScenario> find(String id) {
        return newest(id).flatMap(Link::scenario);
    }

    /** The ids of all scenarios, in order. */
    public List<String> ids() {
        return database.read(() -> database.sql()
                .sql("select id from scenario_version s where body is not null and not exists "
                        + "(select 1 from scenario_version n where n.id = s.id and n.version > s.version) order by id")
                .query(String.class)
                .list());
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
        Optional<Link> newest = newest(id);
        Optional<StoredScenario> current = newest.flatMap(Link::scenario);
        new Precondition(ifMatch, ifNoneMatchAny).check(current);
        String sha256 = Digest.sha256(bytes);
        if (current.isPresent() && current.get().sha256().equals(sha256)) {
            database.awaitDurable();
            return current.get();
        }
        int version = newest.map(Link::version).orElse(0) + 1;
        StoredScenario next = new StoredScenario(
                id, version, sha256, author, SqlValues.moment(clock.instant()).toInstant(), bytes);
        append(next, Optional.of(bytes));
        return next;
    }

    /**
     * Deletes a scenario; its versions remain in the archive.
     *
     * @param ifMatch as for {@link #put}
     * @return whether there was one
     * @throws ProblemException as {@link #put}
     */
    public boolean delete(String id, String author, Optional<String> ifMatch) {
        Optional<Link> newest = newest(id);
        Optional<StoredScenario> current = newest.flatMap(Link::scenario);
        if (current.isEmpty()) {
            return false;
        }
        new Precondition(ifMatch, false).check(current);
        int version = newest.orElseThrow().version() + 1;
        Instant now = SqlValues.moment(clock.instant()).toInstant();
        append(new StoredScenario(id, version, "", author, now, new byte[0]), Optional.empty());
        return true;
    }

    private Optional<Link> newest(String id) {
        return database.find(
                StoredScenarios::link,
                "select id, version, sha256, author, at, body from scenario_version where id = ? "
                        + "order by version desc limit 1",
                id);
    }

    /** Of concurrent appends with the same version number, the primary key admits one. */
    private void append(StoredScenario next, Optional<byte[]> body) {
        boolean appended = database.insert(() -> database.update(
                "insert into scenario_version (id, version, sha256, author, at, body) values (?, ?, ?, ?, ?, ?)",
                next.id(),
                next.version(),
                next.sha256(),
                next.author(),
                SqlValues.moment(next.at()),
                body.orElse(null)));
        if (!appended) {
            throw Precondition.stale();
        }
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        byte[] body = row.getBytes("body");
        int version = row.getInt("version");
        if (body == null) {
            return new Link(version, Optional.empty());
        }
        return new Link(
                version,
                Optional.of(new StoredScenario(
                        row.getString("id"),
                        version,
                        row.getString("sha256"),
                        row.getString("author"),
                        SqlValues.moment(row, "at"),
                        body)));
    }
}
