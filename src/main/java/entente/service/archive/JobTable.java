package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Jobs in the database, so that any instance can run, report and cancel them. An instance holds a lease on its job and
 * renews it; if the instance dies, another one takes over.
 */
public final class JobTable {

    /** Duration of a lease; the clocks of instances must differ by less. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    public static final Duration RETENTION = Duration.ofHours(24);

    /** How long a request may take to be stored. */
    public static final Duration PREPARATION = Duration.ofHours(1);

    public static final int MAX_OPEN_JOBS = 4;

    /** Number of attempts that a temporary fault or the end of their instance cut short, after which a job fails. */
    public static final int MAX_ATTEMPTS = 5;

    /** Pause after the first attempt that a temporary fault cut short; it doubles with each. */
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    /**
     * Requests are stored in parts of a megabyte each, compressed, so that no complete request is held in memory:
     * PostgreSQL's driver has no streams for {@code bytea}. The first part is in the row of the job, the others are in
     * {@code job_part}.
     */
    private static final int PART = 1 << 20;

    private static final String COLUMNS = "id, owner, kind, state, at, done, total, result";
    private static final String AVAILABLE =
            "state in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until <= ?)";
    private static final String HELD = "id = ? and holder = ? and state = 'RUNNING'";

    private final Database database;
    private final InstantSource clock;
    private final Uuids ids;

    public JobTable(Database store, InstantSource clock) {
        this.database = store;
        this.clock = clock;
        this.ids = new Uuids(clock);
    }

    /**
     * A job that this instance holds.
     *
     * @param holder identifies this lease
     * @param attempt from 1, of {@value #MAX_ATTEMPTS}
     * @param request loaded while it is read; reading may throw what {@link JobTable} throws when the archive is
     *     unavailable
     */
    public record Held(Job job, UUID holder, int attempt, Content request) {

        /** Whether the job fails if this attempt does not end it. */
        public boolean isLastAttempt() {
            return attempt >= MAX_ATTEMPTS;
        }
    }

    /** A job whose request is stored and that waits to be queued. */
    public record Prepared(Job job) {}

    /** Prepares and queues a job. */
    public Job add(String owner, String kind, Content request, int total) {
        return queue(prepare(owner, kind, request, total));
    }

    /**
     * Stores a job without queuing it. A large request is stored in several transactions, unless there is one already, so
     * that other callers need not wait. A job that is not queued within {@link #PREPARATION} is deleted.
     *
     * @param total steps, at least 1
     * @throws ProblemException 429 when the owner has {@value #MAX_OPEN_JOBS} open jobs
     */
    public Prepared prepare(String owner, String kind, Content request, int total) {
        if (slots(owner).size() >= MAX_OPEN_JOBS) {
            throw tooMany();
        }
        UUID id = ids.next();
        Job job = new Job(id, owner, kind, Job.State.QUEUED, Uuids.moment(id), 0, total, Optional.empty());
        try (InputStream in = request.open()) {
            byte[] first = Compression.compress(in.readNBytes(PART));
            database.charge(owner, first.length);
            database.write(() -> database.update(
                    "insert into job (id, owner, kind, state, at, done, total, attempts, request) "
                            + "values (?, ?, ?, 'PREPARED', ?, 0, ?, 0, ?)",
                    id,
                    owner,
                    kind,
                    SqlValues.moment(job.at()),
                    total,
                    first));
            storeRest(id, owner, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Prepared(job);
    }

    /** Queues a prepared job, in the transaction of the caller if there is one; the same exceptions. */
    public Job queue(Prepared prepared) {
        Job job = prepared.job();
        List<Integer> occupied = slots(job.owner());
        for (int slot = 1; slot <= MAX_OPEN_JOBS; slot++) {
            int free = slot;
            if (!occupied.contains(slot)
                    && database.insert(() -> database.update(
                            "update job set state = 'QUEUED', slot = ? where id = ?", free, job.id()))) {
                return job;
            }
        }
        throw tooMany();
    }

    private List<Integer> slots(String owner) {
        return database.list(
                (row, number) -> row.getInt("slot"),
                "select slot from job where owner = ? and slot is not null",
                owner);
    }

    private static ProblemException tooMany() {
        return ProblemType.TOO_MANY.problem(
                "There are " + MAX_OPEN_JOBS + " open jobs, the maximum for one caller; wait for one or cancel it.", 5);
    }

    /** A job of this owner; empty for jobs of others. */
    public Optional<Job> find(UUID id, String owner) {
        return database.find(
                JobTable::job,
                "select " + COLUMNS + " from job where id = ? and owner = ? and state <> 'PREPARED'",
                id,
                owner);
    }

    /**
     * Cancels a job; a running one stops at its next step.
     *
     * @throws ProblemException 409 if it has ended otherwise
     */
    public Optional<Job> cancel(UUID id, String owner) {
        int cancelled = database.write(() -> database.update(
                "update job set state = 'CANCELLED', slot = null, ended = ? "
                        + "where id = ? and owner = ? and state in ('QUEUED', 'RUNNING')",
                now(),
                id,
                owner));
        Optional<Job> job = find(id, owner);
        boolean ended = job.isPresent() && job.get().state() != Job.State.CANCELLED;
        if (cancelled == 0 && ended) {
            throw ProblemType.CONFLICT.problem("This job has ended and cannot be cancelled.");
        }
        return job;
    }

    /** Takes the oldest job that is not held. One whose last attempt ended with its instance fails. */
    public Optional<Held> take() {
        Optional<Held> taken = database.find(
                        (row, number) -> row.getObject("id", UUID.class),
                        "select id from job where " + AVAILABLE + " order by id limit 1",
                        now())
                .flatMap(this::take);
        if (taken.isEmpty() || taken.get().attempt() <= MAX_ATTEMPTS) {
            return taken;
        }
        ProblemException why = ProblemType.BUG.problem(
                "The service ended during the last of " + MAX_ATTEMPTS + " attempts at this job; it is not retried.");
        end(taken.get(), Job.State.FAILED, ProblemWriter.write(why, "/problems/occurrences/" + UUID.randomUUID()));
        return take();
    }

    /** Of several instances, only one changes the row. */
    private Optional<Held> take(UUID id) {
        UUID holder = ids.next();
        int updated = database.write(() -> database.update(
                "update job set state = 'RUNNING', holder = ?, lease_until = ?, attempts = attempts + 1, done = 0 "
                        + "where id = ? and " + AVAILABLE,
                holder,
                lease(),
                id,
                now()));
        return updated == 0
                ? Optional.empty()
                : database.find(
                        (row, number) -> new Held(job(row, number), holder, row.getInt("attempts"), request(id)),
                        "select " + COLUMNS + ", attempts from job where id = ? and holder = ?",
                        id,
                        holder);
    }

    /** Renews the lease and records the progress; false if the job was cancelled or taken over and must stop. */
    public boolean progress(Held held, int done) {
        return updateHeld(held, "done = ?, lease_until = ?", done, lease());
    }

    /** Renews the lease; returns the same as {@link #progress}. */
    public boolean renew(Held held) {
        return updateHeld(held, "lease_until = ?", lease());
    }

    /** Ends a job in this state; false if it was cancelled or taken over, so that nothing was recorded. */
    public boolean end(Held held, Job.State state, String result) {
        return updateHeld(
                held,
                "state = ?, slot = null, ended = ?, result = ?",
                state.name(),
                now(),
                Compression.compress(result));
    }

    public boolean release(Held held) {
        return updateHeld(
                held, "state = 'QUEUED', holder = null, lease_until = null, done = 0, attempts = attempts - 1");
    }

    /** Returns a job to the queue after a temporary fault; its next attempt is after a pause. */
    public boolean retryLater(Held held) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (held.attempt() - 1));
        return updateHeld(
                held,
                "state = 'QUEUED', holder = null, done = 0, lease_until = ?",
                SqlValues.moment(clock.instant().plus(pause)));
    }

    private boolean updateHeld(Held held, String change, Object... values) {
        Object[] all = Stream.concat(Stream.of(values), Stream.of(held.job().id(), held.holder()))
                .toArray();
        return database.write(() -> database.update("update job set " + change + " where " + HELD, all)) == 1;
    }

    /** Deletes jobs that ended longer than {@link #RETENTION} ago, or were never queued; returns how many. */
    public int sweep() {
        return database.delete(() -> database.update(
                "delete from job where ended <= ? or (state = 'PREPARED' and at <= ?)",
                SqlValues.moment(clock.instant().minus(RETENTION)),
                SqlValues.moment(clock.instant().minus(PREPARATION))));
    }

    private OffsetDateTime now() {
        return SqlValues.moment(clock.instant());
    }

    private OffsetDateTime lease() {
        return SqlValues.moment(clock.instant().plus(LEASE));
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("kind"),
                Job.State.valueOf(row.getString("state")),
                SqlValues.moment(row, "at"),
                row.getInt("done"),
                row.getInt("total"),
                Optional.ofNullable(row.getBytes("result")).map(Compression::text));
    }

    private void storeRest(UUID job, String owner, InputStream rest) throws IOException {
        int part = 1;
        for (byte[] bytes = rest.readNBytes(PART); bytes.length > 0; bytes = rest.readNBytes(PART)) {
            byte[] compressed = Compression.compress(bytes);
            int number = part++;
            database.charge(owner, compressed.length);
            database.write(() -> database.update(
                    "insert into job_part (job, part, bytes) values (?, ?, ?)", job, number, compressed));
        }
    }

    /** The request of a job; each part is loaded when the stream reaches it. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream requires an Enumeration
    private Content request(UUID job) {
        return () -> new SequenceInputStream(new Enumeration<>() {

            private int part;
            private Optional<byte[]> next = Optional.empty();

            @Override
            public boolean hasMoreElements() {
                next = part(job, part);
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                part++;
                return new ByteArrayInputStream(next.orElseThrow());
            }
        });
    }

    private Optional<byte[]> part(UUID job, int part) {
        return database.find(
                (row, number) -> Compression.decompress(row.getBytes(1)),
                part == 0
                        ? "select request from job where id = ? and 0 = ?"
                        : "select bytes from job_part where job = ? and part = ?",
                job,
                part);
    }
}
