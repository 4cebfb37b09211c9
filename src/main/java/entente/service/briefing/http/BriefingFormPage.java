package entente.service.briefing.http;

import entente.analysis.track.Edition;
import entente.analysis.track.Edition.StatementChange;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.model.Scenario;
import entente.model.Subject;
import entente.report.wording.TrackSentences;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the page of briefings shows.
 *
 * @param subject the two powers of the rule book
 * @param scenarios that briefings are chosen of
 * @param editions the latest ones, newest first
 * @param earlier whether there are earlier ones
 */
public record BriefingFormPage(Subject subject, List<Choice> scenarios, List<Row> editions, boolean earlier) {

    /** Editions that the page lists. */
    private static final int SHOWN = 50;

    private static final List<BriefingMedium> FORMATS = List.of(
            BriefingMedium.HTML, BriefingMedium.PDF, BriefingMedium.DOCX, BriefingMedium.MD, BriefingMedium.JSON);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** @param date of the scenario; empty without one */
    public record Choice(String id, String title, String date) {

        static Choice of(Scenario scenario) {
            return new Choice(
                    scenario.id(),
                    scenario.title(),
                    scenario.asOf().map(DAY::format).orElse(""));
        }
    }

    /**
     * An edition.
     *
     * @param id as in its address
     * @param issued day in UTC
     * @param media in which it is kept
     */
    public record Row(
            String id,
            String title,
            String issued,
            String figure,
            String statement,
            String change,
            List<BriefingMedium> media) {

        private static Row of(Edition edition, EditionArchive archive) {
            return new Row(
                    edition.id().toString(),
                    edition.title(),
                    DAY.format(LocalDate.ofInstant(edition.issued(), ZoneOffset.UTC)),
                    TrackSentences.figure(edition.statement()),
                    TrackSentences.text(edition.statement()),
                    edition.change().map(StatementChange::text).orElse(""),
                    FORMATS.stream()
                            .filter(archive.media(edition.id())::contains)
                            .toList());
        }
    }

    /** The scenario that is chosen at first. */
    public String first() {
        return subject.opened(scenarios.stream().map(Choice::id).toList()).orElseThrow();
    }

    /** The formats of the form, the first of which is chosen. */
    public List<BriefingMedium> formats() {
        return FORMATS;
    }

    /** A format as people call it. */
    public static String name(BriefingMedium medium) {
        return switch (medium) {
            case HTML -> "Page";
            case PDF -> "PDF";
            case DOCX -> "Word";
            case MD -> "Markdown";
            case JSON -> "JSON";
        };
    }

    BriefingFormPage with(EditionArchive archive) throws IOException {
        List<Edition> newest = new ArrayList<>(archive.editions());
        newest.sort(Comparator.comparing(Edition::issued).reversed().thenComparing(Edition::id));
        return new BriefingFormPage(
                subject,
                scenarios,
                newest.stream()
                        .limit(SHOWN)
                        .map(edition -> Row.of(edition, archive))
                        .toList(),
                newest.size() > SHOWN);
    }
}
