package entente.service.briefing.schedule;

import entente.briefing.BriefingMedium;
import entente.briefing.DamagedEditionException;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.service.briefing.delivery.DeliveryTarget;
import entente.service.briefing.delivery.DeliveryTarget.MailTarget;
import entente.service.briefing.schedule.ScheduleRun.Outcome;
import entente.service.briefing.schedule.ScheduleRun.RunState;
import entente.service.briefing.schedule.ScheduleTask.SchedulePublisher;
import entente.service.problem.ProblemException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes an edition of each scenario of a schedule in the archive of briefings. */
@Component
@RequiredArgsConstructor
class EditionRuns implements SchedulePublisher {

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
                .withIfChanged(schedule.definition().ifChanged())
                .withIfCrosses(schedule.definition().ifCrosses());
    }
}
