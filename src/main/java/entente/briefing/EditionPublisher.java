package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.Statement;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import entente.report.briefing.Briefing;
import entente.report.form.Hint;
import entente.report.wording.TrackSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.With;

/** Writes briefings into an archive, each as the edition after the last one of its scenario. */
public final class EditionPublisher {

    /** A number can be taken under the lock where a network file system locks for one machine only. */
    private static final int MAX_ATTEMPTS = 10;

    private final EditionArchive archive;
    private final LoadedRuleBook book;
    private final Assessor assessor;
    private final Briefings briefings;
    private final InstantSource clock;

    public EditionPublisher(EditionArchive archive, Briefings briefings, InstantSource clock) {
        this.archive = archive;
        this.book = briefings.book();
        this.assessor = briefings.assessor();
        this.briefings = briefings;
        this.clock = clock;
    }

    /**
     * Archives the briefing of a scenario as its next edition, compared with the last one. Editions of a scenario are
     * published one at a time.
     *
     * @return the edition; empty if the options ask for a change and there is none
     * @throws EditionException if the scenario is of an earlier date than its last edition
     * @throws IOException if the archive cannot be read or written; then nothing is archived
     */
    public Optional<Edition> publish(BriefingScenario versions, PublishingOptions options) throws IOException {
        Assessment now = assessor.assess(versions.own());
        for (int attempt = 1; ; attempt++) {
            try (Closeable alone = archive.lock(versions.own().id())) {
                return publishNext(versions, now, options);
            } catch (FileAlreadyExistsException taken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private Optional<Edition> publishNext(BriefingScenario versions, Assessment now, PublishingOptions options)
            throws IOException {
        Scenario scenario = versions.own();
        if (options.request().isPresent()) {
            Optional<Edition> published =
                    archive.ofRequest(scenario.id(), options.request().get());
            if (published.isPresent()) {
                return published;
            }
        }
        Optional<Edition> last = archive.last(scenario.id());
        refuseEarlier(scenario, last);
        Instant issued = clock.instant();
        Optional<Scenario> before = last.isEmpty() ? Optional.empty() : scenarioOf(last.get());
        Statement statement =
                statement(now, options.scale(), assessor.book().baseRate(scenario.horizonYears()), issued);
        Provenance provenance = Provenance.of(book.book());
        if (last.isPresent() && options.ifChanged() && !isChanged(last.get(), before, statement, scenario)) {
            return Optional.empty();
        }
        int number = last.map(edition -> edition.id().number() + 1).orElse(1);
        Briefing briefing = briefings.write(new Request(versions, options.scale(), options.command(), last, before));
        Map<BriefingMedium, byte[]> media = new EnumMap<>(BriefingMedium.class);
        options.media().forEach(medium -> media.put(medium, medium.render(briefing)));
        Edition edition = new Edition(
                new EditionId(scenario.id(), number),
                scenario.title(),
                statement,
                scenario.sha256(),
                provenance,
                briefings
                        .rival()
                        .filter(other -> versions.forRival().isPresent())
                        .map(other -> other.book().sha256()),
                issued,
                last.map(earlier -> earlier.id().number()),
                briefing.change());
        archive.create(edition, scenario.resolved(), media, options.request());
        return Optional.of(edition);
    }

    private static void refuseEarlier(Scenario scenario, Optional<Edition> last) {
        last.flatMap(edition -> edition.statement().asOf())
                .filter(date -> scenario.asOf().filter(date::isAfter).isPresent())
                .ifPresent(date -> {
                    throw new EditionException("The scenario " + scenario.id()
                            + " is of an earlier date than its last edition, which is of " + date + ".");
                });
    }

    /** The scenario of an edition as the present book reads it; empty if it does not fit the book. */
    private Optional<Scenario> scenarioOf(Edition edition) throws IOException {
        return briefings.reader().read(archive.scenario(edition), ScenarioSource.none())
                        instanceof ScenarioResult.Accepted accepted
                ? Optional.of(Vocabulary.restrict(accepted.scenario(), book.book()))
                : Optional.empty();
    }

    /** @param issued the horizon of a scenario without a date counts from this day in UTC */
    static Statement statement(Assessment assessment, LikelihoodScale scale, double baseRatePercent, Instant issued) {
        Scenario scenario = assessment.scenario();
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        LocalDate start = scenario.asOf().orElseGet(() -> LocalDate.ofInstant(issued, ZoneOffset.UTC));
        return new Statement(
                TrackSentences.event(assessment.catalogue().subject()),
                scenario.asOf(),
                scenario.horizonYears(),
                start.plusYears(scenario.horizonYears()),
                Wording.plain(verdict.opening()),
                Wording.plain(verdict.figure()),
                verdict.interval().map(Interval::low),
                verdict.interval().map(Interval::high),
                assessment.likelihood(),
                assessment.verdict().relationship(),
                baseRatePercent);
    }

    /**
     * Whether the statement, a graded reading or the rules differ from those of the last edition.
     *
     * @param before the scenario of that edition; empty if it does not fit the present rules
     */
    private boolean isChanged(Edition last, Optional<Scenario> before, Statement statement, Scenario now) {
        return statement.differsFrom(last.statement())
                || !book.book().sha256().equals(last.provenance().rules().sha256())
                || before.map(then -> !Arrays.equals(grades(then), grades(now))).orElse(true);
    }

    private Object[] grades(Scenario scenario) {
        return ScoredScenario.grades(scenario, book.book().catalogue());
    }

    /**
     * How an edition is written, and when none is.
     *
     * @param media in which it is kept
     * @param command reproduces the assessment
     * @param ifChanged only if the statement, a graded reading or the rules differ from those of the last edition
     * @param request identifies what asks for the edition: an edition that it has published already is the result, even if the
     *     process that published it died before it could tell
     */
    @With
    public record PublishingOptions(
            Set<BriefingMedium> media,
            LikelihoodScale scale,
            String command,
            boolean ifChanged,
            Optional<String> request) {

        /** The briefing as asked for, whatever has changed. */
        public PublishingOptions(Set<BriefingMedium> media, LikelihoodScale scale, String command) {
            this(media, scale, command, false, Optional.empty());
        }

        /** An edition in ICD 203's terms, whatever has changed. */
        public static PublishingOptions of(Set<BriefingMedium> media) {
            return new PublishingOptions(media, LikelihoodScale.ICD203, Hint.command("assess " + Hint.GENERIC.input()));
        }
    }
}
