package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.briefing.BriefingMedium;
import entente.briefing.DamagedEditionException;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.document.Text;
import entente.model.Described;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.JobTable;
import entente.service.archive.SqlValues;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.DeliveryTarget.MailTarget;
import entente.service.briefing.ScheduleTable.Schedule;
import entente.service.jobs.JobTask;
import entente.service.jobs.JobTask.Progress;
import entente.service.problem.ProblemException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The runs of schedules. A due time is claimed by its row, and in the same transaction becomes a job: the lease of jobs lets
 * another instance take over what a dead one has begun. The job publishes, then records the outcome together with the
 * deliveries that are due.
 */
@Component(ScheduleRuns.KIND)
@RequiredArgsConstructor
public final class ScheduleRuns implements JobTask {

    static final String KIND = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRuns.class);

    private final Database database;
    private final InstantSource clock;
    private final JobTable jobs;
    private final ScheduleTable schedules;
    private final Deliveries deliveries;
    private final SchedulePublisher publisher;

    /** The work for one due time of a schedule. */
    public record ScheduleRun(
            Instant dueAt,
            RunState state,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why nothing was published, or what failed.")
            String detail,

            @Described("Ids of the editions that were published.")
            List<String> editions) {}

    public enum RunState {
        /** Queued or running. */
        OPEN,
        PUBLISHED,
        /** Nothing had changed. */
        UNCHANGED,
        FAILED
    }

    /**
     * The end of a run.
     *
     * @param temporary whether a run that failed may succeed later
     */
    public record Outcome(RunState state, String detail, List<String> editions, boolean temporary) {

        public Outcome(RunState state, String detail, List<String> editions) {
            this(state, detail, editions, false);
        }

        /** @param detail names what failed; no secrets */
        public static Outcome failed(String detail) {
            return new Outcome(RunState.FAILED, detail, List.of());
        }
    }

    public interface SchedulePublisher {

        /**
         * Publishes the editions of a due time. Called again with the same times if an instance dies meanwhile.
         *
         * @param started when the run was first begun; the time of issue of its editions
         * @throws RuntimeException if it fails
         */
        Outcome publish(Schedule schedule, Instant dueAt, Instant started);
    }

    /**
     * Claims what is due of all schedules. Only the latest due time counts: after downtime there is one run. Whether it was
     * claimed is decided by its own row and not by a last time, so that a clock that jumps neither repeats nor skips one.
     */
    public void claimDue() {
        for (Schedule schedule : schedules.list()) {
            try {
                schedule.definition()
                        .times()
                        .latest(schedule.since(), clock.instant())
                        .ifPresent(due -> claim(schedule.id(), due));
            } catch (RuntimeException later) {
                // Such as too many open runs of a schedule that is due every minute; the others go on.
                LOG.warn("The schedule {} was not started: {}", schedule.id(), later.getMessage());
            }
        }
    }

    /** Claims a due time; false if it was claimed before, here or by another instance. */
    public boolean claim(UUID schedule, Instant due) {
        var dueAt = SqlValues.moment(due);
        // Read first: most polls find nothing to do.
        if (database.exists("select 1 from schedule_run where schedule = ? and due_at = ?", schedule, dueAt)) {
            return false;
        }
        return database.insert(() -> {
            int rows = database.update(
                    "insert into schedule_run (schedule, due_at, detail, editions) values (?, ?, '', '')",
                    schedule,
                    dueAt);
            Content request = Content.of((schedule + " " + dueAt.toInstant()).getBytes(StandardCharsets.UTF_8));
            // Names of callers do not begin with a space.
            UUID job = jobs.add(" schedule " + schedule, KIND, request, 1).id();
            database.update("update schedule_run set job = ? where schedule = ? and due_at = ?", job, schedule, dueAt);
            return rows;
        });
    }

    @Override
    public String run(Content request, Progress progress) throws IOException {
        String[] words = new String(request.bytes(), StandardCharsets.UTF_8).split(" ", -1);
        UUID id = UUID.fromString(words[0]);
        Instant dueAt = Instant.parse(words[1]);
        Optional<Schedule> schedule = schedules.find(id);
        Optional<Instant> started = start(id, dueAt);
        if (schedule.isPresent() && started.isPresent()) {
            Outcome outcome = publish(schedule.get(), dueAt, started.get());
            if (outcome.temporary() && !progress.isLastAttempt()) {
                // The next attempt finds the editions that this one has published.
                throw new IOException(outcome.detail());
            }
            // Ends here if another instance has taken over.
            progress.done(1);
            database.write(() -> record(schedule.get(), dueAt, outcome));
        }
        return "{}";
    }

    private Outcome publish(Schedule schedule, Instant dueAt, Instant started) {
        try {
            return publisher.publish(schedule, dueAt, started);
        } catch (ProblemException refused) {
            if (refused.type().isTemporary()) {
                throw refused;
            }
            return Outcome.failed(refused.detail());
        } catch (RuntimeException failed) {
            LOG.error("A run of the schedule {} failed.", schedule.id(), failed);
            return Outcome.failed("An internal error occurred. The log of the service contains the cause.");
        }
    }

    private int record(Schedule schedule, Instant dueAt, Outcome outcome) {
        if (!end(schedule.id(), dueAt, outcome)) {
            return 0;
        }
        if (outcome.state() == RunState.FAILED) {
            LOG.warn("A run of the schedule {} failed: {}", schedule.id(), Text.printable(outcome.detail()));
        }
        outcome.editions()
                .forEach(edition -> schedule.definition()
                        .targets()
                        .forEach(target -> deliveries.order(edition, target, schedule.id())));
        return 1;
    }

    /**
     * When a run is begun; of one that is taken over, when it was begun first. Empty if its schedule was deleted meanwhile, or
     * it was ended by an instance that died before it ended the job.
     */
    private Optional<Instant> start(UUID schedule, Instant due) {
        var dueAt = SqlValues.moment(due);
        database.write(() -> database.update(
                "update schedule_run set started = ? where schedule = ? and due_at = ? and started is null",
                SqlValues.moment(clock.instant()),
                schedule,
                dueAt));
        return database.find(
                (row, number) -> SqlValues.moment(row, "started"),
                "select started from schedule_run where schedule = ? and due_at = ? and outcome is null",
                schedule,
                dueAt);
    }

    /** Ends a run, in the transaction of the caller; false if it has ended before, or its schedule was deleted. */
    private boolean end(UUID schedule, Instant dueAt, Outcome outcome) {
        return database.update(
                        "update schedule_run set outcome = ?, detail = ?, editions = ?, ended = ? "
                                + "where schedule = ? and due_at = ? and outcome is null",
                        outcome.state().name(),
                        SqlValues.text(outcome.detail()),
                        String.join(" ", outcome.editions()),
                        SqlValues.moment(clock.instant()),
                        schedule,
                        SqlValues.moment(dueAt))
                == 1;
    }

    /** The latest runs of a schedule, latest first. */
    public List<ScheduleRun> latest(UUID schedule, int limit) {
        return database.list(
                ScheduleRuns::run,
                "select r.*, j.state as job_state from schedule_run r left join job j on j.id = r.job "
                        + "where r.schedule = ? order by r.due_at desc limit ?",
                schedule,
                limit);
    }

    /** Deletes runs that ended longer ago than this, except the last of each schedule; returns how many. */
    public int sweep(Duration retention) {
        return database.delete(() -> database.update(
                "delete from schedule_run r where ended < ? "
                        + "and due_at < (select max(due_at) from schedule_run l where l.schedule = r.schedule)",
                SqlValues.moment(clock.instant().minus(retention))));
    }

    private static ScheduleRun run(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String job = row.getString("job_state");
        boolean lost = outcome == null && (job == null || job.equals("FAILED") || job.equals("CANCELLED"));
        return new ScheduleRun(
                SqlValues.moment(row, "due_at"),
                lost ? RunState.FAILED : outcome == null ? RunState.OPEN : RunState.valueOf(outcome),
                lost ? "The run was not completed in " + JobTable.MAX_ATTEMPTS + " attempts." : row.getString("detail"),
                Arrays.stream(row.getString("editions").split(" "))
                        .filter(edition -> !edition.isEmpty())
                        .toList());
    }

    /** Publishes an edition of each scenario of a schedule in the archive of briefings. */
    @Component
    @RequiredArgsConstructor
    public static class EditionRuns implements SchedulePublisher {

        private static final Logger LOG = LoggerFactory.getLogger(EditionRuns.class);

        private final EditionArchive archive;
        private final ScheduleScenarios scenarios;
        private final ActiveRuleBook activeRuleBook;

        @Override
        public Outcome publish(Schedule schedule, Instant dueAt, Instant started) {
            RuleBookSnapshot snapshot = activeRuleBook.current();
            EditionPublisher publisher = new EditionPublisher(archive, snapshot.briefings(), () -> started);
            String name = schedule.definition().scenario();
            List<byte[]> files = scenarios.find(name, snapshot.scenarioSource());
            if (files.isEmpty()) {
                return Outcome.failed("There is no scenario, file or folder of this name any more.");
            }
            List<String> editions = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            boolean temporary = false;
            for (byte[] file : files) {
                try {
                    publisher
                            .publish(
                                    snapshot.readForBriefing(reader -> reader.read(file, snapshot.scenarioSource())),
                                    options(schedule, dueAt))
                            .ifPresent(edition -> editions.add(edition.id().toString()));
                } catch (ProblemException | EditionException refused) {
                    failures.add(refused.getMessage());
                } catch (IOException failed) {
                    LOG.warn("The archive of briefings cannot be read or written: {}", failed.toString());
                    failures.add("The archive of briefings cannot be read or written.");
                    temporary |= !(failed instanceof DamagedEditionException);
                }
            }
            if (!failures.isEmpty()) {
                return new Outcome(RunState.FAILED, String.join(" ", failures), editions, temporary);
            }
            return editions.isEmpty()
                    ? new Outcome(RunState.UNCHANGED, "Nothing has changed that the schedule asks for.", editions)
                    : new Outcome(RunState.PUBLISHED, "", editions);
        }

        private static PublishingOptions options(Schedule schedule, Instant dueAt) {
            // Deliveries read the bottom line as JSON, and mail takes the PDF along.
            Set<BriefingMedium> media = EnumSet.of(BriefingMedium.JSON);
            media.addAll(schedule.definition().formats());
            if (schedule.definition().targets().stream()
                    .anyMatch(target -> DeliveryTarget.of(target) instanceof MailTarget)) {
                media.add(BriefingMedium.PDF);
            }
            return PublishingOptions.of(media)
                    .withRequest(Optional.of("schedule " + schedule.id() + " at " + dueAt))
                    .withIfChanged(schedule.definition().ifChanged());
        }

        /** The scenarios that a schedule names: one by its id, or those of a file or folder below the folder of scenarios. */
        public record ScheduleScenarios(Path root, StoredScenarios stored) {

            /** No segment begins with a full stop; a full stop alone is the folder itself. */
            private static final Pattern PATH =
                    Pattern.compile("\\.|[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*+");

            /** The scenarios, by name of their files; none if there is nothing of this name. */
            public List<byte[]> find(String name, ScenarioSource shipped) {
                if (FolderScenarioSource.isId(name)) {
                    Optional<byte[]> one =
                            shipped.find(name).or(() -> stored.find(name).map(StoredScenario::bytes));
                    if (one.isPresent()) {
                        return List.of(one.get());
                    }
                }
                return files(name).stream()
                        .map(FolderScenarioSource::read)
                        .flatMap(Optional::stream)
                        .toList();
            }

            private List<Path> files(String name) {
                try {
                    if (!PATH.matcher(name).matches()) {
                        return List.of();
                    }
                    Path folder = root.toRealPath();
                    // Follows links, and so refuses those that lead elsewhere.
                    Path named = folder.resolve(name).toRealPath();
                    if (!named.startsWith(folder)) {
                        return List.of();
                    }
                    return Files.isDirectory(named)
                            ? FolderScenarioSource.list(named, FolderScenarioSource::isJson)
                            : FolderScenarioSource.isJson(named.toString()) ? List.of(named) : List.of();
                } catch (IOException none) {
                    return List.of();
                }
            }
        }
    }
}
