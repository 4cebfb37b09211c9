package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import entente.Entente;
import entente.model.LikelihoodScale;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.ServedProcess;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workshops in real browsers: a facilitator, groups and a projector, from joining to the take-home file. */
@Timeout(600)
@Tag("thorough")
class WorkshopIT {

    private static final String REACTION = "How severely the US would be expected to answer an alliance";
    private static final String WIDE = "crimea-2014";
    private static final double TIMEOUT_MILLIS = 30_000;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** The lobby of a new workshop. */
    private static Page lobby(String base, String title) {
        Page page = BROWSER.page();
        page.navigate(base + "/workshops");
        page.getByLabel("Title").fill(title);
        button(page, "Start and open the lobby").click();
        assertThat(page.locator(".hall-code")).isVisible();
        return page;
    }

    private static String code(Page lobby) {
        assertThat(lobby.locator(".hall-code")).containsText(Pattern.compile("[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}"));
        return lobby.locator(".hall-code").innerText().replace(" ", "");
    }

    private static Page join(String base, String code, String name) {
        Page page = BROWSER.page();
        page.navigate(base + "/w");
        page.getByLabel("Code")
                .fill(code.substring(0, 3) + "-" + code.substring(3).toLowerCase());
        page.getByLabel("Group name").fill(name);
        button(page, "Join as " + name).click();
        assertThat(slider(page)).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator slider(Page page) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(REACTION));
    }

    private static void move(Page group, String key) {
        slider(group).focus();
        group.keyboard().press(key);
    }

    private static void movesArrive(Page facilitator, int number) {
        String state = facilitator.url().replace("/workshops/", "/api/v1/workshops/");
        facilitator.waitForCondition(() -> {
            APIResponse answer = facilitator.request().get(state);
            return answer.ok() && answer.text().contains("\"moves\": " + number);
        });
    }

    private static void shows(Locator locator, String text) {
        assertThat(locator).containsText(text, new ContainsTextOptions().setTimeout(TIMEOUT_MILLIS));
    }

    @Test
    void movesStayHiddenUntilTheReveal() {
        String base = RunningService.shared().uri("").toString();
        Page facilitator = lobby(base, "One round");
        Page group = join(base, code(facilitator), "Vistula");
        facilitator.getByText("Go to the board").click();
        button(facilitator, "Start round 1").click();
        shows(group.locator("header.bar"), "round 1 · private");
        move(group, "ArrowLeft");
        shows(facilitator.locator("board-waiting"), "one reading");
        assertThat(facilitator.locator("main")).not().containsText("%");
        button(facilitator, "Reveal").click();
        assertThat(facilitator.locator(".verdicts tbody tr")).hasCount(1);
    }

    @Test
    void lobbyAtTheLoopbackAddressNamesTheCommandInsteadOfACode() {
        Page lobby = lobby(RunningService.shared().uri("").toString(), "One machine");
        shows(lobby.locator(".hall-join"), "workshop --resume " + code(lobby));
        assertThat(lobby.locator(".hall-join img")).hasCount(0);
    }

    @Test
    void endOfTheTimeFillsTheProjectorUntilMinutesAreAdded() {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        room.command(room.facilitator(), "\"command\": \"timer\", \"seconds\": 1")
                .ok();
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page projector = pages.open(room.facilitator(), "/workshops/CODE/projector");
        shows(projector.locator(".hall-over"), "The time is up");
        Page board = pages.open(room.facilitator(), "/workshops/CODE");
        button(board, "+2 minutes").click();
        assertThat(projector.locator(".hall-over")).hasCount(0);
        assertThat(projector.locator(".hall-clock")).hasText(Pattern.compile("0[12]:\\d\\d"));
    }

    /** Groups that lie close together, at each number of marks that a column may hold. */
    @Test
    void marksOnTheProjectorStayInTheirBandsAndCoverNoOther() {
        Page page = BROWSER.page();
        page.navigate(RunningService.shared().uri("/w").toString());
        assertThat((List<?>) page.evaluate("""
                async () => {
                  const { LEVELS, RADIUS, WIDTH, placed } = await import("/page/workshop/projector-marks.js");
                  const { BANDS } = await import("/page/format.js");
                  const { placeOf } = await import("/page/scale.js");
                  const roomOf = (band) => {
                    const [from, to] = ["from", "to"].map(end => placeOf(BANDS.find(({ id }) => id === band)[end]) * WIDTH);
                    const wider = Math.max(0, RADIUS - (to - from) / 2); // a mark in a band narrower than it stands out on both sides alike
                    return { from: from - wider, to: to + wider };
                  };
                  const wrong = [];
                  for (const [number, centre, width] of [[3, 10, 4], [5, 20, 1], [12, 4.9, 0.4], [12, 50, 60], [26, 12, 16], [26, 97, 5], [40, 45, 88], [9, 50, 12], [20, 0.6, 0.9]]) {
                    const groups = [...Array(number).keys()].map(each => {
                      const percent = centre + width * (each / (number - 1) - 0.5);
                      return { percent, band: BANDS.find(({ to }) => percent < to).id };
                    });
                    for (let levels = 1; levels <= LEVELS; levels++) {
                      const marks = placed(groups, levels);
                      const shown = marks.flatMap(({ rows }) => rows);
                      if (shown.length !== number || new Set(shown).size !== number || marks.some(({ level }) => level >= levels)) {
                        wrong.push([number, centre, levels, "lost"]);
                      }
                      for (const { rows, x } of marks) {
                        const { from, to } = roomOf(rows[0].band);
                        if (rows.some(({ band }) => band !== rows[0].band) || x - RADIUS < from - 1e-6 || x + RADIUS > to + 1e-6) {
                          wrong.push([number, centre, levels, "out of its band at", x]);
                        }
                      }
                      if (marks.some((one, at) => marks.slice(at + 1).some(two => one.level === two.level && Math.abs(one.x - two.x) < 2 * RADIUS))) {
                        wrong.push([number, centre, levels, "overlap"]);
                      }
                    }
                  }
                  return wrong;
                }""")).isEmpty();
    }

    /** A group that rates as the baseline does, whose verdict is an interval: no page states the likelihood behind it. */
    @Test
    void everyPageShowsTheFigureOfTheVerdict() throws IOException {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service, "Wide", WIDE);
        Member group = room.join("Vistula");
        room.command("start-round").ok();
        room.command(room.facilitator(), "\"command\": \"start-round\", \"round\": 2")
                .ok();
        room.command("reveal").ok();
        VerdictSentences verdict = new VerdictSentences(Shipped.assess(WIDE), LikelihoodScale.ICD203);
        assertThat(verdict.isIntervalFirst()).isTrue();
        String figure = Wording.plain(verdict.figure());
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page board = pages.open(room.facilitator(), "/workshops/CODE");
        shows(board.locator(".verdicts tbody .said"), figure);
        shows(board.locator(".verdicts tbody th"), Wording.plain(verdict.words()));
        shows(board.locator("board-yardstick > p"), "the baseline (" + figure + ")");
        shows(board.locator(".verdicts thead"), "median of the best estimates");
        assertThat(board.locator(".verdicts tbody svg.yardstick"))
                .hasAttribute("aria-label", figure + ", " + figure + " at the end of the previous round");
        Page projector = pages.open(room.facilitator(), "/workshops/CODE/projector");
        shows(projector.locator(".hall-names"), figure);
        shows(projector.locator(".hall-said"), figure);
        shows(projector.locator(".hall-yardstick"), "median of the best estimates");
        Page own = pages.open(group, "/w/CODE");
        shows(own.locator("mini-verdict"), figure);
        shows(own.locator("verdict-pane .yardstick .likelihood"), figure);
        move(own, "ArrowLeft");
        shows(own.locator("move-strip"), "%");
        String point = Wording.percent(verdict.assessment().verdict().likelihood());
        for (Locator shown : List.of(
                board.locator("main"),
                projector.locator("main"),
                own.locator("move-strip"),
                own.locator(".yardstick"))) {
            assertThat(withoutMedian(shown)).isNotBlank().doesNotContain(Wording.plain(point));
        }
        assertThat(room.get(group, "/result").ok().text().replace('\u00a0', ' '))
                .contains(figure, Wording.plain(verdict.words()), "By the best estimates, one group stand");
    }

    private static String withoutMedian(Locator shown) {
        return String.join(" ", shown.allTextContents())
                .replace('\u00a0', ' ')
                .replaceAll("median of the best estimates [\\d.]+ %", "");
    }

    @Test
    void workshopRunsFromTheLobbyToTheTakeHomeFile() throws IOException {
        String base = RunningService.shared().uri("").toString();
        Page facilitator = lobby(base, "Warsaw, spring round table");
        String code = code(facilitator);
        List<Page> groups = List.of(join(base, code, "Vistula"), join(base, code, "Oder"), join(base, code, "Narew"));
        for (String name : List.of("Vistula", "Oder", "Narew")) {
            shows(facilitator.getByLabel("Groups here"), name);
        }
        facilitator.getByText("Go to the board").click();
        button(facilitator, "Start round 1").click();
        shows(groups.get(0).locator("header.bar"), "round 1 · private");
        Page projector = facilitator.context().newPage();
        projector.navigate(base + "/workshops/" + code + "/projector");
        shows(projector.locator("main"), "Round 1");

        move(groups.get(0), "ArrowLeft");
        move(groups.get(1), "Home");
        shows(facilitator.locator("board-waiting"), "one reading");
        assertThat(facilitator.locator("main")).not().containsText("%");
        assertThat(projector.locator("main")).not().containsText("%");
        assertThat(groups.get(2).locator("body")).not().containsText("Vistula");

        button(facilitator, "Reveal").click();
        assertThat(facilitator.locator(".verdicts tbody tr")).hasCount(3);
        shows(facilitator.locator(".pair"), "percentage points");
        assertThat(facilitator.locator(".shares tr")).hasCount(1);
        shows(projector.locator(".hall-said"), "percentage points");
        groups.get(2)
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Board"))
                .click();
        assertThat(groups.get(2).locator(".verdicts tbody tr")).hasCount(3);

        button(facilitator, "Start round 2").click();
        button(facilitator, "Start round 2 now").click();
        shows(groups.get(2).locator("header.bar"), "round 2 · private");
        assertThat(groups.get(2).locator(".verdicts")).hasCount(0);

        button(facilitator, "End").click();
        button(facilitator, "End the workshop").click();
        shows(groups.get(0).locator("room-notices"), "The workshop has ended");
        Download page = facilitator.waitForDownload(
                () -> button(facilitator, "Take-home file").click());
        assertThat(Files.readString(page.path(), StandardCharsets.UTF_8))
                .contains("Warsaw, spring round table", "Vistula", "Oder", "Narew");
        Download workbook = facilitator.waitForDownload(
                () -> button(facilitator, "Spreadsheet").click());
        assertThat(workbook.suggestedFilename()).isEqualTo("workshop-" + code + ".xlsx");
        facilitator.navigate(base + "/workshops");
        shows(facilitator.locator("main"), "Warsaw, spring round table");
    }

    @Test
    void wrongCodeShowsAnError() {
        Page page = BROWSER.page();
        page.navigate(RunningService.shared().uri("/w").toString());
        page.getByLabel("Code").fill("ABCDEF");
        shows(page.getByRole(AriaRole.ALERT), "No workshop has this code");
        page.navigate(RunningService.shared().uri("/w/ABCDEF").toString());
        shows(page.getByRole(AriaRole.ALERT), "No workshop has this code");
        BROWSER.clearErrors();
    }

    @Test
    void facilitatorLocksPausesAndCalls() {
        String base = RunningService.shared().uri("").toString();
        Page facilitator = lobby(base, "Locks");
        String code = code(facilitator);
        Page group = join(base, code, "Warta");
        facilitator.getByText("Go to the board").click();
        button(facilitator, "Start round 1").click();
        button(facilitator, "Lock readings").click();
        facilitator
                .locator("summary", new Page.LocatorOptions().setHasText("The reaction of the United States"))
                .click();
        button(facilitator, "Lock all of it").click();
        button(facilitator, "Lock three readings").click();
        shows(group.locator("room-notices"), "The facilitator has locked");
        String before = slider(group).getAttribute("aria-valuetext");
        move(group, "ArrowLeft");
        shows(group.locator("move-strip"), "The facilitator has locked");
        assertThat(slider(group)).hasAttribute("aria-valuetext", before);

        button(facilitator, "Call the room").click();
        facilitator.getByLabel("What every group reads").fill("Two minutes left");
        button(facilitator, "Call").click();
        shows(group.getByRole(AriaRole.ALERT).first(), "Two minutes left");
        button(facilitator, "Pause").click();
        shows(group.locator("room-notices"), "Paused by the facilitator");
        assertThat(group.locator("readings-pane[inert]")).hasCount(1);
        button(facilitator, "Go on").click();
        assertThat(group.locator("readings-pane[inert]")).hasCount(0);
        facilitator.reload();
        shows(facilitator.locator(".called"), "Two minutes left");
        group.reload();
        shows(group.locator("header.bar"), "Warta");
        shows(group.getByRole(AriaRole.ALERT).first(), "Two minutes left");
    }

    @Test
    void networkLossAndReloadLoseNoMove() {
        String base = RunningService.shared().uri("").toString();
        Page facilitator = lobby(base, "Network");
        Page group = join(base, code(facilitator), "Bug");
        facilitator.getByText("Go to the board").click();
        group.context().setOffline(true);
        move(group, "ArrowLeft");
        shows(group.locator("room-notices"), "Your moves are kept on this device");
        move(group, "ArrowLeft");
        String value = slider(group).getAttribute("aria-valuetext");
        group.context().setOffline(false);
        shows(group.locator("group-ready"), "Everything has arrived");
        movesArrive(facilitator, 2);
        BROWSER.clearErrors();
        group.reload();
        assertThat(slider(group)).hasAttribute("aria-valuetext", value);
    }

    @Test
    void serviceRestartLosesNoMove() throws IOException, InterruptedException {
        String archive = RunningService.folder("archive").toString();
        ServedProcess first = ServedProcess.fork(Entente.class, "--port", "0", "--archive", archive);
        String port = String.valueOf(first.port());
        Page facilitator = lobby(first.address(), "Restart");
        Page group = join(first.address(), code(facilitator), "San");
        facilitator.getByText("Go to the board").click();
        move(group, "ArrowLeft");
        shows(facilitator.locator(".counts"), "one reading");
        first.kill();
        first.close();
        move(group, "ArrowLeft");
        shows(group.locator("room-notices"), "Reconnecting");
        shows(facilitator.locator("main"), "Reconnecting");
        try (ServedProcess second = ServedProcess.fork(Entente.class, "--port", port, "--archive", archive)) {
            second.port();
            movesArrive(facilitator, 2);
            shows(group.locator("group-ready"), "Everything has arrived");
            assertThat(group.locator("room-notices .lost")).isHidden();
            group.context().close();
            facilitator.context().close();
        }
        BROWSER.clearErrors();
    }
}
