package entente.service.briefing;

import entente.analysis.track.Edition;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.model.Scenario;
import entente.model.Subject;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.BriefingController.AvailableScenarios;
import entente.service.briefing.Deliveries.Delivery;
import entente.service.briefing.ScheduleController.Listed;
import entente.service.briefing.ScheduleTable.Definition;
import entente.service.page.Shell;
import entente.service.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of briefings, with a form that writes one and the editions, and of schedules and deliveries. */
@RequiredArgsConstructor
@Controller
public class BriefingPages {

    /** Scenarios that the form offers. */
    private static final int OFFERED = 200;

    private static final Comparator<Scenario> LATEST = Comparator.comparing(
                    (Scenario scenario) -> scenario.asOf().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(Scenario::title);

    private final StoredScenarios stored;
    private final BriefingController briefings;
    private final ScheduleController schedules;

    @GetMapping(path = "/briefings", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "A form for briefings, and the latest editions.",
            archive = Operation.Archive.READS,
            evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse briefingsPage(ApiRequest request) {
        Subject subject = request.snapshot().book().catalogue().subject();
        List<BriefingFormPage.Choice> choices = choices(request);
        BriefingFormPage page = briefings.inArchive(archive -> BriefingFormPage.of(subject, choices, archive));
        return Shell.page("Briefings", Shell.Section.BRIEFINGS, "", "briefings", page);
    }

    @GetMapping(path = "/schedules", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "Shows the schedules of briefings and the deliveries to those who may see them.",
            archive = Operation.Archive.READS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse schedulesPage(ApiRequest request, HttpServletRequest http) {
        SchedulePage page = http.isUserInRole(Access.ANALYST.name())
                ? new SchedulePage(true, schedules.listed(), schedules.latestDeliveries())
                : new SchedulePage(false, List.of(), List.of());
        return Shell.page("Schedules", Shell.Section.BRIEFINGS, "", "schedules", page);
    }

    private List<BriefingFormPage.Choice> choices(ApiRequest request) {
        AvailableScenarios available = new AvailableScenarios(request.snapshot(), stored);
        List<byte[]> scenarios = available.ids().stream()
                .limit(OFFERED)
                .flatMap(id -> available.find(id).stream())
                .toList();
        return request.evaluate(() -> scenarios.stream()
                .map(available::accepted)
                .flatMap(Optional::stream)
                .sorted(LATEST)
                .map(BriefingFormPage.Choice::of)
                .toList());
    }

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

        /** @param media in which it is kept */
        public record Row(Edition edition, List<BriefingMedium> media) {}

        /** A day in UTC. */
        public static String day(Instant moment) {
            return DAY.format(LocalDate.ofInstant(moment, ZoneOffset.UTC));
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

        private static BriefingFormPage of(Subject subject, List<Choice> scenarios, EditionArchive archive)
                throws IOException {
            List<Edition> newest = new ArrayList<>(archive.editions());
            newest.sort(Comparator.comparing(Edition::issued).reversed().thenComparing(Edition::id));
            return new BriefingFormPage(
                    subject,
                    scenarios,
                    newest.stream()
                            .limit(SHOWN)
                            .map(edition -> new Row(
                                    edition,
                                    FORMATS.stream()
                                            .filter(archive.media(edition.id())::contains)
                                            .toList()))
                            .toList(),
                    newest.size() > SHOWN);
        }
    }

    /**
     * What the page of schedules shows.
     *
     * @param allowed whether the caller may see them
     */
    public record SchedulePage(boolean allowed, List<Listed> schedules, List<Delivery> deliveries) {

        private static final DateTimeFormatter LOCAL =
                DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

        /** In the time zone of a schedule. */
        public static String local(Instant moment, Definition definition) {
            return LOCAL.format(moment.atZone(ZoneId.of(definition.timeZone())));
        }

        public static String word(Enum<?> state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        /** The address of a webhook without its path, which can be a secret. */
        public static String target(Delivery delivery) {
            return delivery.target().replaceAll("^(https?://[^/?]+)[/?].*$", "$1/…");
        }
    }
}
