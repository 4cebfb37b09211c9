package entente.service.briefing;

import entente.briefing.BriefingMedium;
import entente.briefing.DamagedEditionException;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.DeliveryTarget.MailTarget;
import entente.service.briefing.ScheduleRuns.Outcome;
import entente.service.briefing.ScheduleRuns.RunState;
import entente.service.briefing.ScheduleRuns.SchedulePublisher;
import entente.service.briefing.ScheduleTable.Schedule;
import entente.service.problem.ProblemException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes an edition of each scenario of a schedule in the archive of briefings. */
@Component
@RequiredArgsConstructor
public class EditionRuns implements SchedulePublisher {

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
