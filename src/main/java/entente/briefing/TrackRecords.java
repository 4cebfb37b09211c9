package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement;
import entente.analysis.track.TrackedStatement.Resolution;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the statements of an archive, and tells how they did. Days are days in UTC. */
public record TrackRecords(EditionArchive archive, InstantSource clock) {

    private static final int MAX_SOURCE = 1000;

    public TrackRecord record() throws IOException {
        List<TrackedStatement> statements = new ArrayList<>();
        for (Edition edition : archive.editions()) {
            statements.add(TrackedStatement.of(edition, archive.resolution(edition.id()), today()));
        }
        return new TrackRecord(today(), statements);
    }

    /**
     * Archives what became of a statement; the same resolution once more changes nothing.
     *
     * @param on day of the event, or by which it is known that there was none; by default today
     * @throws EditionException if there is no such edition, the day or the source is not allowed, or the question is
     *     resolved otherwise
     */
    public Resolution resolve(EditionId id, boolean occurred, Optional<LocalDate> on, String source)
            throws IOException {
        if (archive.find(id).isEmpty()) {
            throw new EditionException("There is no edition " + id + " in the archive.");
        }
        Resolution resolution = new Resolution(occurred, on.orElse(today()), source.strip());
        try (Closeable alone = archive.lock(id.scenario())) {
            Edition edition = archive.find(id).orElseThrow();
            Optional<Resolution> before = archive.resolution(id);
            if (before.isPresent()) {
                // Without a day, the day of the first resolution is meant.
                Resolution same = on.isPresent()
                        ? resolution
                        : new Resolution(occurred, before.get().on(), source.strip());
                if (!before.get().equals(same)) {
                    throw new EditionException("Edition " + id + " is resolved already: "
                            + (before.get().occurred() ? "yes" : "no") + " on "
                            + before.get().on() + ", " + before.get().source() + ". A resolution is final.");
                }
                return before.get();
            }
            check(edition, resolution);
            archive.write(id, resolution);
            return resolution;
        }
    }

    private void check(Edition edition, Resolution resolution) throws IOException {
        LocalDate lastDay = edition.statement().lastDay();
        LocalDate first =
                edition.statement().asOf().orElseGet(() -> LocalDate.ofInstant(edition.issued(), ZoneOffset.UTC));
        if (resolution.source().isEmpty() || resolution.source().length() > MAX_SOURCE) {
            throw new EditionException("A resolution needs a source, of at most " + MAX_SOURCE + " characters.");
        }
        if (resolution.on().isAfter(today())) {
            throw new EditionException("The day " + resolution.on() + " is in the future; today is " + today() + ".");
        }
        if (!resolution.occurred() && resolution.on().isBefore(lastDay)) {
            throw new EditionException("The horizon of " + edition.id() + " ends on " + lastDay
                    + "; before that day it cannot be resolved as no.");
        }
        if (resolution.occurred()
                && (resolution.on().isAfter(lastDay) || resolution.on().isBefore(first))) {
            throw new EditionException("The day of the event lies between " + first + " and " + lastDay
                    + ", the horizon of " + edition.id() + ", not on " + resolution.on() + ".");
        }
        for (TrackedStatement other : record().statements()) {
            if (other.question()
                            .equals(TrackedStatement.of(edition, Optional.empty(), today())
                                    .question())
                    && other.resolution()
                            .filter(r -> r.occurred() != resolution.occurred())
                            .isPresent()) {
                throw new EditionException("Edition " + other.edition().id()
                        + " asks the same question and is resolved as " + (resolution.occurred() ? "no" : "yes") + ".");
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
