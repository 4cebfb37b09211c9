package entente.service.briefing.schedule;

import entente.document.Text;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.briefing.delivery.DeliveryTable;
import entente.service.briefing.schedule.ScheduleRun.Outcome;
import entente.service.jobs.JobTask;
import entente.service.jobs.JobTask.Progress;
import entente.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The job of one due time: publishes, then records the outcome together with the deliveries that are due. */
@RequiredArgsConstructor
@Component(ScheduleTask.KIND)
class ScheduleTask implements JobTask {

    static final String KIND = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleTask.class);

    private final Database database;
    private final ScheduleTable schedules;
    private final ScheduleRuns runs;
    private final DeliveryTable deliveries;
    private final SchedulePublisher publisher;

    @Override
    public String run(Content request, Progress progress) throws IOException {
        String[] words = text(request).split(" ", -1);
        UUID id = UUID.fromString(words[0]);
        Instant dueAt = Instant.parse(words[1]);
        Optional<Schedule> schedule = schedules.find(id);
        // Neither deleted meanwhile, nor ended by an instance that died before it ended the job.
        if (schedule.isPresent() && runs.open(id, dueAt)) {
            Outcome outcome = publish(schedule.get(), dueAt);
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

    private static String text(Content request) throws IOException {
        try (InputStream in = request.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Outcome publish(Schedule schedule, Instant dueAt) {
        try {
            return publisher.publish(schedule, dueAt, runs.start(schedule.id(), dueAt));
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
        if (!runs.end(schedule.id(), dueAt, outcome)) {
            return 0;
        }
        if (outcome.state() == ScheduleRun.RunState.FAILED) {
            LOG.warn("A run of the schedule {} failed: {}", schedule.id(), Text.printable(outcome.detail()));
        }
        outcome.editions()
                .forEach(edition -> schedule.definition()
                        .targets()
                        .forEach(target -> deliveries.order(edition, target, schedule.id())));
        return 1;
    }

    /** Publishes what a schedule names. */
    public interface SchedulePublisher {

        /**
         * Publishes the editions of a due time. Called again with the same times if an instance dies meanwhile.
         *
         * @param started when the run was first begun; the time of issue of its editions
         * @throws RuntimeException if it fails
         */
        Outcome publish(Schedule schedule, Instant dueAt, Instant started);
    }
}
