package entente.service.workshop;

import entente.document.Text;
import entente.model.Scenario;
import entente.report.form.Hint;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.StartupException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the workshop of {@code entente workshop} when the service is ready, and prints how to join it. */
@Component
@RequiredArgsConstructor
public final class RoomAnnouncement {

    private final RoomSettings settings;
    private final RoomConnector room;
    private final ActiveRuleBook activeRuleBook;
    private final StoredScenarios stored;
    private final WorkshopTable workshops;
    private final Environment environment;

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (!settings.scenario().isEmpty() || !settings.resume().isEmpty()) {
            lines().forEach(System.out::println);
            System.out.flush();
        }
    }

    /** What the facilitator reads in the terminal. */
    public List<String> lines() {
        WorkshopState state = settings.resume().isEmpty() ? open() : resumed();
        String link = workshops.link(WorkshopCaller.facilitator(state.code()));
        String local = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        String base = room.base().orElse(local);
        List<String> lines = new ArrayList<>();
        lines.add(Text.printable(state.title()));
        lines.add("");
        if (room.base().isEmpty()) {
            lines.add("Only this machine can join: the workshop has no address that others reach.");
            lines.add("");
        }
        if (state.ended()) {
            lines.add("The workshop has ended; no group can join it any more.");
        } else {
            lines.add("Groups join at  " + base + "/w");
            lines.add("with the code   " + state.code().spaced());
        }
        lines.add("");
        if (room.base().isPresent() && !state.ended()) {
            lines.addAll(new QrImage(base + "/w/" + state.code().text()).lines());
            lines.add("");
        }
        lines.add("You facilitate at the following address. It works once; keep it to yourself.");
        lines.add(local + link);
        lines.add("");
        String options = settings.resumeOptions();
        lines.add("Stop with Ctrl+C. To go on later: " + Hint.started() + " workshop --resume "
                + state.code().text() + (options.isEmpty() ? "" : " " + Text.printable(options)));
        return lines;
    }

    private WorkshopState resumed() {
        return WorkshopCode.typed(settings.resume())
                .flatMap(workshops::find)
                .orElseThrow(() -> StartupException.configuration(
                        "The archive holds no workshop with the code " + Text.excerpt(settings.resume()) + "."));
    }

    private WorkshopState open() {
        RuleBookSnapshot snapshot = activeRuleBook.current();
        Scenario baseline;
        try {
            baseline = snapshot.read(bytes(snapshot));
        } catch (ProblemException invalid) {
            throw StartupException.configuration("The scenario of the workshop is not valid. Its problems: "
                    + Hint.started() + " validate " + Text.quoted(settings.scenario()));
        }
        String title =
                settings.title().isBlank() ? baseline.title() : settings.title().strip();
        WorkshopCode code = workshops.create(
                title, baseline, snapshot.book().sha256(), settings.rounds(), WorkshopToken.generate());
        return workshops.find(code).orElseThrow();
    }

    /** A file, or a shipped or stored scenario by its id. */
    private byte[] bytes(RuleBookSnapshot snapshot) {
        String name = settings.scenario();
        Path file = Path.of(name);
        try {
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            throw StartupException.configuration("The scenario of the workshop cannot be read.", unreadable);
        }
        return snapshot.scenarioSource()
                .listed(name)
                .or(() -> stored.find(name).map(StoredScenario::bytes))
                .orElseThrow(() -> StartupException.configuration("There is no scenario " + Text.excerpt(name) + "."));
    }
}
