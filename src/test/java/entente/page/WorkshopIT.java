package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static entente.testkit.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import entente.model.LikelihoodScale;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.BookFolder;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Workshops in real browsers: a facilitator, groups and a projector, from joining to the take-home file. */
@Timeout(600)
@Tag("thorough")
class WorkshopIT {

    private static final String REACTION = "How severely the US would be expected to answer an alliance";
    private static final String WIDE = "crimea-2014";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final RunningService service = RunningService.shared();

    /** The lobby of a new workshop. */
    private static Page lobby(String title) {
        Page page = BROWSER.open("/workshops");
        page.getByLabel("Title").fill(title);
        button(page, "Start and open the lobby").click();
        assertThat(page.locator(".hall-code")).isVisible();
        return page;
    }

    private static String code(Page lobby) {
        assertThat(lobby.locator(".hall-code")).containsText(Pattern.compile("[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}"));
        return lobby.locator(".hall-code").innerText().replace(" ", "");
    }

    private static Page join(String code, String name) {
        Page page = BROWSER.open("/w");
        page.getByLabel("Code")
                .fill(code.substring(0, 3) + "-" + code.substring(3).toLowerCase());
        page.getByLabel("Group name").fill(name);
        button(page, "Join as " + name).click();
        assertThat(slider(page)).isVisible();
        return page;
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
        assertThat(locator).containsText(text, new ContainsTextOptions().setTimeout(30_000));
    }

    @Test
    void lobbyAtTheLoopbackAddressNamesTheCommandInsteadOfACode() {
        Page lobby = lobby("One machine");
        shows(lobby.locator(".hall-join"), "workshop --resume " + code(lobby));
        assertThat(lobby.locator(".hall-join img")).hasCount(0);
    }

    @Test
    void boardSaysThatTooLittleIsRatedAndFoldsMostOfManyOpenQuestions() {
        RoomFixture room = RoomFixture.open(service, "A room", "sino-soviet-alliance-1950");
        room.join("Narew");
        room.join("Oder");
        room.command("reveal").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        shows(board.locator("board-agreement"), "Too little is rated to name the relationship in any of them.");
        assertThat(board.locator(".questions").first().locator("li")).hasCount(6);
        assertThat(board.locator(".questions li").first()).containsText("unrated by both groups.");
        assertThat(board.locator("board-agreement summary")).containsText("further indicators");
    }

    @Test
    void markAtTheEndOfTheScaleCoversNoWords() {
        RoomFixture room = RoomFixture.open(service, "A room", "us-russia-reset");
        room.join("Narew");
        room.command("reveal").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        Locator row = board.locator(".verdicts tbody tr");
        assertThat(row).containsText("0.1");
        assertThat((Boolean) row.evaluate("""
                each => {
                  const words = document.createRange();
                  words.selectNodeContents(each.querySelector('th .term'));
                  const end = Math.max(...[...words.getClientRects()].map(line => line.right));
                  return end <= each.querySelector('.dot').getBoundingClientRect().left;
                }""")).isTrue();
    }

    @Test
    void endOfTheTimeFillsTheProjectorUntilMinutesAreAdded() {
        RoomFixture room = RoomFixture.open(service);
        room.command("timer", "\"seconds\": 1").ok();
        Page projector = room.page(BROWSER, room.facilitator(), "/workshops/CODE/projector");
        shows(projector.locator(".hall-over"), "The time is up");
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        button(board, "+2 minutes").click();
        assertThat(projector.locator(".hall-over")).hasCount(0);
        assertThat(projector.locator(".hall-clock")).hasText(Pattern.compile("0[12]:\\d\\d"));
    }

    /** Groups that lie close together, at each number of marks that a column may hold. */
    @Test
    void marksOnTheProjectorStayInTheirBandsAndCoverNoOther() {
        Page page = BROWSER.open("/w");
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
        RoomFixture room = RoomFixture.open(service, "Wide", WIDE);
        Member group = room.join("Vistula");
        room.command("start-round").ok();
        room.command("start-round", "\"round\": 2").ok();
        room.command("reveal").ok();
        VerdictSentences verdict = new VerdictSentences(Shipped.assess(WIDE), LikelihoodScale.ICD203);
        assertThat(verdict.isIntervalFirst()).isTrue();
        String figure = Wording.plain(verdict.figure());
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        shows(board.locator(".verdicts tbody .said"), figure);
        shows(board.locator(".verdicts tbody th"), Wording.plain(verdict.words()));
        shows(board.locator("board-yardstick > p"), "the baseline (" + figure + ")");
        shows(board.locator(".verdicts thead"), "median of the best estimates");
        assertThat(board.locator(".verdicts tbody svg.yardstick"))
                .hasAttribute("aria-label", figure + ", " + figure + " at the end of the previous round");
        Page projector = room.page(BROWSER, room.facilitator(), "/workshops/CODE/projector");
        shows(projector.locator(".hall-names"), figure);
        shows(projector.locator(".hall-said"), figure);
        shows(projector.locator(".hall-yardstick"), "median of the best estimates");
        Page own = room.page(BROWSER, group, "/w/CODE");
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
                .contains(figure, Wording.plain(verdict.words()), "By the best estimates, one group stands");
    }

    private static String withoutMedian(Locator shown) {
        return String.join(" ", shown.allTextContents())
                .replace('\u00a0', ' ')
                .replaceAll("median of the best estimates [\\d.]+ %", "");
    }

    /** Five browsers and the devices of 21 more groups; what each of the five saw is in {@code target/look}. */
    @Test
    void workshopRunsFromTheLobbyToTheTakeHomeFile() throws IOException {
        Page facilitator = lobby("Warsaw, spring round table");
        String code = code(facilitator);
        RoomFixture room = RoomFixture.of(service, code, facilitator);
        List<String> names = List.of("Vistula", "Oder", "Narew");
        List<Page> groups = names.stream().map(name -> join(code, name)).toList();
        Page vistula = groups.get(0);
        Page oder = groups.get(1);
        Page narew = groups.get(2);
        vistula.setViewportSize(390, 844);
        oder.setViewportSize(390, 844);
        List<Member> others = IntStream.range(0, 21)
                .mapToObj(group -> room.join(group == 20 ? RUDE : "Group " + (char) ('A' + group)))
                .toList();
        for (String name : names) {
            shows(facilitator.getByLabel("Groups here"), name);
        }
        shows(facilitator.getByLabel("Groups here"), RUDE);
        look(facilitator, "lobby");
        facilitator.getByText("Go to the board").click();
        button(facilitator, "Groups").click();
        facilitator.getByLabel("Choose " + RUDE).check();
        button(facilitator, "Remove one group").click();
        button(facilitator, "Remove one group").click();
        assertThat(facilitator.getByLabel("Choose " + RUDE)).hasCount(0);
        room.move(others.get(20), RoomFixture.REACTION, "0").expect(401);
        facilitator.keyboard().press("Escape");

        button(facilitator, "Start round 1").click();
        shows(vistula.locator("header.bar"), "round 1 · private");
        Page projector = BROWSER.page(1920, 1080, ColorScheme.LIGHT);
        projector.navigate(
                service.uri(room.link("PROJECTOR").get("address").asString()).toString());
        shows(projector.locator("main"), "Round 1");
        move(vistula, "ArrowLeft");
        move(oder, "Home");
        oder.context().setOffline(true);
        move(oder, "ArrowRight");
        shows(oder.locator("room-notices"), "Your moves are kept on this device");
        look(oder, "phone-offline");
        for (int group = 0; group < 20; group++) {
            room.move(others.get(group), READINGS.get(group % READINGS.size()), String.valueOf(group * 7 % 5))
                    .ok();
        }
        oder.context().setOffline(false);
        shows(oder.locator("group-ready"), "Everything has arrived");
        button(vistula, "Ready").click();
        button(vistula, "We are ready with round 1").click();
        shows(facilitator.locator(".standing"), "one ready");
        look(vistula, "phone-ready");
        look(facilitator, "board-private");
        look(projector, "projector-private");
        assertThat(facilitator.locator("main")).not().containsText("%");
        assertThat(projector.locator("main")).not().containsText("%");
        assertThat(narew.locator("body")).not().containsText("Vistula");

        button(facilitator, "Reveal").click();
        assertThat(facilitator.locator(".verdicts tbody tr")).hasCount(23);
        shows(facilitator.locator(".pair"), "percentage points");
        assertThat(facilitator.locator(".shares tr")).not().hasCount(0);
        List<Double> pair = NUMBER.matcher(facilitator.locator(".pair").innerText())
                .results()
                .map(number -> Double.valueOf(number.group()))
                .toList();
        assertThat(pair).hasSize(3);
        assertThat(pair.get(1) - pair.get(0)).isCloseTo(pair.get(2), within(0.01));
        shows(projector.locator(".hall-said"), "percentage points");
        assertThat(projector.locator("body")).not().containsText(RUDE);
        narew.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Board"))
                .click();
        assertThat(narew.locator(".verdicts tbody tr")).hasCount(23);
        look(facilitator, "board-revealed");
        look(projector, "projector-revealed");
        look(narew, "group-board");
        look(vistula, "phone-revealed");

        for (int round : List.of(2, 3, 4)) {
            button(facilitator, round == 4 ? "Add round 4" : "Start round " + round)
                    .click();
            button(facilitator, "Start round " + round + " now").click();
            shows(narew.locator("header.bar"), "round " + round + " · private");
            assertThat(narew.locator(".verdicts")).hasCount(0);
            move(narew, "ArrowLeft");
        }
        shows(facilitator.locator(".standing"), "round 4 of 4");
        button(facilitator, "Reveal").click();
        shows(projector.locator(".hall-said"), "percentage points");
        look(projector, "projector-last-round");
        look(facilitator, "board-last-round");

        button(facilitator, "End").click();
        button(facilitator, "End the workshop").click();
        shows(vistula.locator("room-notices"), "The workshop has ended");
        look(vistula, "phone-ended");
        Download page = facilitator.waitForDownload(
                () -> button(facilitator, "Take-home file").click());
        assertThat(Files.readString(page.path(), StandardCharsets.UTF_8))
                .contains("Warsaw, spring round table", "Vistula", "Oder", "Narew", "Group T")
                .doesNotContain(RUDE);
        page.saveAs(LOOK.resolve("take-home.html"));
        Download workbook = facilitator.waitForDownload(
                () -> button(facilitator, "Spreadsheet").click());
        assertThat(workbook.suggestedFilename()).isEqualTo("workshop-" + code + ".xlsx");
        BROWSER.clearErrors(); // what the console says of the lost network
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private static final String RUDE = "Rude word";

    private static final Path LOOK = Path.of("target", "look", "workshop");

    private static void look(Page page, String name) throws IOException {
        Files.createDirectories(LOOK);
        page.waitForTimeout(1000);
        Files.write(LOOK.resolve(name + ".png"), page.screenshot());
    }

    @Test
    void wrongCodeShowsAnError() {
        Page page = BROWSER.open("/w");
        page.getByLabel("Code").fill("ABCDEF");
        shows(page.getByRole(AriaRole.ALERT), "No workshop has this code");
        page.navigate(service.uri("/w/ABCDEF").toString());
        shows(page.getByRole(AriaRole.ALERT), "No workshop has this code");
        BROWSER.clearErrors();
    }

    @Test
    void facilitatorLocksPausesAndCalls() {
        Page facilitator = lobby("Locks");
        String code = code(facilitator);
        Page group = join(code, "Warta");
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
        Page facilitator = lobby("Network");
        Page group = join(code(facilitator), "Bug");
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

    private static final String WEIGHTS = "weights.yaml";

    private static final String OLD = "points: 3\n";

    private static final String NEW = "points: 3.3\n";

    @Test
    void groupSaysThatItIsReadyAndAMoveTakesThatBack() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.join("Omsk");
        room.command("start-round").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        Page lobby = room.page(BROWSER, room.facilitator(), "/workshops/CODE/lobby");
        Page group = room.page(BROWSER, kazan, "/w/CODE", 360, 740, ColorScheme.LIGHT);
        assertThat(slider(group)).isVisible();
        button(group, "Ready").click();
        button(group, "We are ready with round 1").dblclick();
        shows(group.locator("group-ready"), "Your group is ready with round 1.");
        shows(group.locator("header.bar"), "ready");
        shows(board.locator(".counts tr", new Page.LocatorOptions().setHasText("Kazan")), "ready");
        shows(board.locator(".standing"), "one ready");
        shows(lobby.locator(".hall-groups li").first(), "ready");
        assertThat(lobby.locator(".hall-groups .ready")).hasCount(1);
        button(group, "Readings").click();
        move(group, "ArrowLeft");
        assertThat(board.locator(".counts .ready")).hasCount(0);
        shows(group.locator("header.bar"), "private");
    }

    @Test
    void nothingIsUndoneWhileTheWorkshopIsPaused() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.command("start-round").ok();
        Page group = room.page(BROWSER, kazan, "/w/CODE");
        String before = slider(group).getAttribute("aria-valuetext");
        // The room keeps it before the workshop is paused.
        group.waitForResponse(answer -> answer.url().endsWith("/moves:batch"), () -> move(group, "ArrowLeft"));
        assertThat(slider(group)).not().hasAttribute("aria-valuetext", before);
        String moved = slider(group).getAttribute("aria-valuetext");
        room.command("pause").ok();
        shows(group.locator("body"), "paused");
        button(group, "Undo").click();
        shows(group.locator("move-strip"), "The facilitator has paused the workshop.");
        assertThat(slider(group)).hasAttribute("aria-valuetext", moved);
    }

    @Test
    void keysInARowAreUndoneAsOneAlsoAfterAReload() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Page group = room.page(BROWSER, kazan, "/w/CODE");
        slider(group).focus();
        String before = slider(group).getAttribute("aria-valuetext");
        group.keyboard().press("ArrowLeft");
        group.keyboard().press("ArrowLeft");
        assertThat(slider(group)).not().hasAttribute("aria-valuetext", before);
        group.reload();
        assertThat(slider(group)).not().hasAttribute("aria-valuetext", before);
        button(group, "Undo").click();
        assertThat(slider(group)).hasAttribute("aria-valuetext", before);
    }

    @Test
    void doubleClickOnACommandIsOneCommand() {
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        button(board, "Start round 1").dblclick();
        shows(board.locator(".standing"), "round 1 of 2");
        button(board, "Pause").dblclick();
        assertThat(button(board, "Go on")).isEnabled();
        button(board, "Reveal").dblclick();
        assertThat(button(board, "Hide again")).isEnabled();
        JsonNode state = room.get(room.facilitator(), "").ok().json();
        assertThat(state.get("round").asInt()).isEqualTo(1);
        assertThat(state.get("paused").asBoolean()).isTrue();
        assertThat(state.get("revealed").asBoolean()).isTrue();
    }

    @Test
    void replacedRulesAreAnnouncedAndNoMoveIsLost() throws RuleBookException {
        // Compiled beforehand: on a loaded machine the check of an edit would reach its deadline.
        BookFolder edited = BookFolder.copy(Shipped.RULES, RunningService.folder("rules"));
        RuleBooks.open(edited.replace(WEIGHTS, OLD, NEW).folder(), Shipped.CACHE);
        BookFolder rules = BookFolder.copy(Shipped.RULES, RunningService.folder("rules"));
        try (RunningService own =
                RunningService.start(Map.of("entente.rules", rules.folder().toString()))) {
            RoomFixture room = RoomFixture.open(own);
            Member kazan = room.join("Kazan");
            Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
            Page group = room.page(BROWSER, kazan, "/w/CODE");
            move(group, "ArrowLeft");
            shows(board.locator(".counts"), "one reading");
            String before = slider(group).getAttribute("aria-valuetext");
            String start = room.get(kazan, "").at("/rulesSha256").asString();

            rules.replace(WEIGHTS, OLD, NEW);
            group.waitForCondition(() -> {
                group.waitForTimeout(500);
                return room.get(kazan, "").at("/rulesChanged").asBoolean();
            });
            room.command("pause").ok();
            room.command("resume").ok();
            shows(group.locator("rules-banner"), "The rules were replaced during this session.");
            shows(board.locator("main"), "The rules were replaced since the workshop was started");
            assertThat(slider(group)).hasAttribute("aria-valuetext", before);
            button(group, "Use these rules").click();
            shows(group.locator("room-notices"), "all verdicts are by the new ones");

            var answered = group.waitForResponse(
                    response -> response.url().contains("/assessments"),
                    () -> slider(group).press("ArrowLeft"));
            assertThat(answered.text()).doesNotContain(start);
            board.waitForCondition(
                    () -> room.get(kazan, "").at("/groups/0/moves").asInt() == 2);
            room.command("reveal").ok();
            shows(board.locator(".verdicts"), "Kazan");
            group.reload();
            shows(group.locator("room-notices"), "all verdicts are by the new ones");
            group.context().close();
            board.context().close();
        }
        BROWSER.clearErrors();
    }

    @Test
    void facilitatorRenamesMergesAndRemovesGroupsAndClosesJoining() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        room.join("Perm");
        room.move(omsk, RoomFixture.REACTION, "2").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        Page first = room.page(BROWSER, kazan, "/w/CODE");
        assertThat(slider(first)).isVisible();
        shows(board.locator(".counts"), "just now");
        button(board, "Groups").click();
        board.getByLabel("Name of Kazan").fill("Kaluga");
        board.getByLabel("Name of Kazan").press("Enter");
        shows(first.locator("header.bar"), "Kaluga");

        board.getByLabel("Name of Perm").fill("OMSK");
        board.getByLabel("Name of Perm").press("Enter");
        shows(board.locator("groups-dialog .error"), "“OMSK”: Another group has this name");
        assertThat(board.getByLabel("Name of Perm")).hasValue("Perm");

        board.getByLabel("Choose Kaluga").check();
        assertThat(board.locator("groups-dialog .error")).isEmpty();
        board.getByLabel("Choose Omsk").check();
        button(board, "Merge Kaluga into Omsk").click();
        shows(board.locator("groups-dialog"), "It cannot be undone.");
        button(board, "Merge Kaluga into Omsk").click();
        shows(first.locator("header.bar"), "Omsk");
        assertThat(slider(first)).hasAttribute("aria-valuetext", Pattern.compile("2.of 4.*"));

        board.getByLabel("Choose Omsk").check();
        button(board, "Remove one group").click();
        button(board, "Leave it as it is").click();
        button(board, "Remove one group").click();
        button(board, "Remove one group").click();
        shows(first.locator("main"), "Your group is no longer in the workshop");
        assertThat(board.locator("groups-dialog tbody tr")).hasCount(1);
        board.getByLabel("New groups").selectOption("CLOSED");
        first.getByText("Join again").click();
        first.getByLabel("Group name").fill("Kazan");
        button(first, "Join as Kazan").click();
        shows(first.locator("#name-error"), "The facilitator has closed joining.");
        BROWSER.clearErrors();
    }

    @Test
    void readingIsSettledForAllAndLocked() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.join("Omsk");
        room.move(kazan, RoomFixture.REACTION, "1").ok();
        room.command("reveal").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        Page group = room.page(BROWSER, kazan, "/w/CODE");
        assertThat(slider(group)).hasAttribute("aria-valuetext", Pattern.compile("1.of 4.*"));
        board.locator(".spread button").first().click();
        board.locator("dialog[open] .settle input").fill("3");
        button(board, "Lock one reading").click();
        assertThat(slider(group)).hasAttribute("aria-valuetext", Pattern.compile("3.of 4.*"));
        shows(group.locator("move-strip"), "Settled by the facilitator");
        shows(board.locator(".spread"), "locked");
    }

    @Test
    void furtherRoundIsAskedForOnceMoreAndAddedAfterThePlannedOnes() {
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        room.command("start-round").ok();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        button(board, "Start round 2").dblclick();
        button(board, "Start round 2").click();
        button(board, "Stay in round 1").click();
        assertThat(board.locator(".standing")).containsText("round 1 of 2");
        button(board, "Start round 2").click();
        button(board, "Start round 2 now").click();
        shows(board.locator(".standing"), "round 2 of 2");
        button(board, "Add round 3").click();
        shows(board.locator("board-controls .form"), "one more than planned");
        button(board, "Start round 3 now").click();
        shows(board.locator(".standing"), "round 3 of 3");
    }

    @Test
    void pageWithoutAStreamOfEventsAsksFromTimeToTime() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Page page = room.page(BROWSER, kazan, "/w/CODE");
        page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.reload();
        assertThat(slider(page)).isVisible();
        room.command("start-round").ok();
        shows(page.locator("header.bar"), "round 1 · private");
        room.command("pause").ok();
        shows(page.locator("room-notices"), "Paused by the facilitator");
        assertThat(page.locator("room-notices .lost")).isHidden();
        BROWSER.clearErrors();
    }

    @Test
    void newcomerToAnEndedWorkshopIsToldWhereItsFileIs() {
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.command("end").ok();
        Page newcomer = room.page(BROWSER, Member.STRANGER, "/w/CODE", 360, 740, ColorScheme.LIGHT);
        shows(newcomer.locator("main h1"), "This workshop has ended");
        shows(newcomer.locator("main"), "file to take home");
        assertThat(newcomer.locator("#group-name")).hasCount(0);
        shows(room.page(BROWSER, kazan, "/w/CODE").locator("main"), "take-home file");
    }

    @Test
    void earlierWorkshopsAreListedAndOpenedByAnotherBrowser() {
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        Page start = BROWSER.open("/workshops");
        Locator row = start.locator(".own li")
                .filter(new Locator.FilterOptions()
                        .setHasText(
                                room.code().substring(0, 3) + " " + room.code().substring(3)));
        shows(row, "one group");
        row.getByText("A room").click();
        shows(start.locator(".counts"), "Kazan");
        room.command("end").ok();
        shows(start.locator("main"), "The workshop has ended");
        start.navigate(service.uri("/workshops").toString());
        start.locator(".own li").first().getByText("Take-home file").click();
        shows(start.locator("body"), "Kazan");
    }

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(2)>",
            "<svg/onload=alert(3)>",
            "'-alert(4)-'",
            "javascript:alert(5)",
            "${7*7}{{7*7}}<%=7*7%>",
            "</title><iframe src=//x.test>",
            "&lt;b&gt;&amp;&#x41;",
            "<!--",
            "\u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
            "Z\u0351\u036b\u0343a\u0310\u0342l\u034bg\u033do",
            "\ud83d\ude00\ud83c\uddf5\ud83c\uddf1 \ufdfd",
            "null undefined NaN -0 1e999",
            "../../../etc/passwd%00",
            "' OR 1=1; DROP TABLE x --",
            "=cmd|' /C calc'!A0");

    private static void call(Page facilitator) {
        facilitator.getByText("Call the room").click();
        facilitator.getByLabel("What every group reads").fill(TEXTS.get(1));
        facilitator.locator(".form .primary").click();
    }

    @Test
    void namesTitlesAndCallsAreShownAsTyped() {
        String title = "<img src=x onerror=alert(0)>";
        Page facilitator = lobby(title);
        assertThat(facilitator.locator(".hall-title")).hasText(title);
        String code = code(facilitator);
        Page group = BROWSER.open("/w/" + code);
        assertThat(group.locator("#code-state")).containsText(title);
        group.getByLabel("Group name").fill(TEXTS.get(0));
        group.getByText("Join as").click();
        assertThat(group.locator(".group-name b")).hasText(TEXTS.get(0));
        RoomFixture room = RoomFixture.of(service, code, facilitator);
        TEXTS.stream().skip(1).forEach(text -> room.join(text.replace("\"", "\\\"")));
        for (String text : TEXTS) {
            assertThat(named(facilitator, ".hall-groups span", text)).hasCount(1);
        }
        facilitator.getByText("Go to the board").click();
        for (String text : TEXTS) {
            assertThat(named(facilitator, ".counts th", text)).hasCount(1);
        }
        call(facilitator);
        assertThat(group.locator(".notice.call .said")).hasText(TEXTS.get(1));
        button(facilitator, "Start round 1").click();
        button(facilitator, "Reveal").click();
        for (String text : TEXTS) {
            assertThat(named(facilitator, ".verdicts b", text)).hasCount(1);
        }
        call(facilitator);
        assertThat(facilitator.locator(".called .said")).hasText(TEXTS.get(1));
        facilitator.navigate(service.uri("/workshops/" + code + "/projector").toString());
        assertThat(facilitator.locator(".hall-call")).hasText(TEXTS.get(1));
        assertThat(facilitator.locator(".hall-yardstick")).isVisible();
        facilitator.navigate(
                service.uri("/api/v1/workshops/" + code + "/result").toString());
        assertThat(facilitator.locator("body")).containsText(TEXTS.get(0));
        facilitator.navigate(service.uri("/workshops").toString());
        assertThat(facilitator.locator(".own")).containsText(title);
    }

    private static Locator named(Page page, String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    private static final int GROUPS = 20;
    private static final List<String> READINGS = List.of(
            RoomFixture.REACTION,
            RoomFixture.SANCTIONS,
            "political_will_to_ally",
            "central_asia_competition",
            "treaty_commitment_level",
            "india_prc_hostility");

    /** Pairs of elements that overlap or touch, within each of the places; boxes of text are a little higher than its letters. */
    private static final String OVERLAPS = """
            ([places, parts]) => [...document.querySelectorAll(places)].flatMap(place => {
              const boxes = [...place.querySelectorAll(parts)].map(part => [part.outerHTML, part.getBoundingClientRect()]);
              return boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([other, b]) =>
                a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                .map(([other]) => one + " " + other));
            })""";

    /** After two rounds, most groups are close to each other. */
    private RoomFixture manyGroups() {
        RoomFixture room = RoomFixture.open(service, "Many groups", "status-quo-2025");
        List<Member> members = IntStream.range(0, GROUPS)
                .mapToObj(group -> room.join((char) ('A' + group / 2) + "-group " + group))
                .toList();
        for (int round = 0; round < 2; round++) {
            room.command("start-round").ok();
            for (int group = 0; group < GROUPS; group++) {
                String reading = READINGS.get((group + round) % READINGS.size());
                room.move(members.get(group), reading, String.valueOf((group * (7 - 4 * round) + 2 * round) % 5))
                        .ok();
            }
        }
        room.command("reveal").ok();
        return room;
    }

    private static List<?> overlaps(Page page, String places, String parts) {
        return (List<?>) page.evaluate(OVERLAPS, List.of(places, parts));
    }

    @Test
    void nothingOverlapsOnABoardOfManyGroups() {
        RoomFixture room = manyGroups();
        for (int width : List.of(1440, 1280, 1024)) {
            Page page = room.page(BROWSER, room.facilitator(), "/workshops/CODE", width, 900, ColorScheme.LIGHT);
            assertThat(page.locator(".verdicts tbody tr")).hasCount(GROUPS);
            page.evaluate("() => document.fonts.ready");
            assertThat(overlaps(page, ".verdicts thead svg", ".word, .tick")).isEmpty();
            assertThat(overlaps(page, ".verdicts tbody .drawn", ".said, .before"))
                    .isEmpty();
            assertThat(overlaps(page, ".spread .track", ".pill")).isEmpty();
        }
    }

    @Test
    void boardAndProjectorNameTheSameTwoGroupsAsFurthestApart() {
        RoomFixture room = manyGroups();
        Page board = room.page(BROWSER, room.facilitator(), "/workshops/CODE");
        Page projector =
                room.page(BROWSER, room.facilitator(), "/workshops/CODE/projector", 1920, 1080, ColorScheme.LIGHT);
        assertThat(projector.locator(".hall-said b").first()).containsText(" and ");
        String[] names = projector.locator(".hall-said b").first().innerText().split(" and ");
        assertThat(board.locator(".pair").innerText()).contains(names);
    }

    private static void fits(Page page) {
        assertThat(page.locator(".hall-foot")).isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat(page.evaluate("() => document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo(true);
    }

    /** The counts of as many as can take part, also beside a call; the lobby here has a warning in place of the QR code. */
    @Test
    void lobbyAndCountsOfAllGroupsFitTheScreen() {
        RoomFixture full = RoomFixture.open(service, "A full room", "status-quo-2025");
        full.command("joining", "\"joining\": \"UNLIMITED\"").ok();
        Page lobby = full.page(BROWSER, full.facilitator(), "/workshops/CODE/lobby", 1920, 1080, ColorScheme.LIGHT);
        Page projector =
                full.page(BROWSER, full.facilitator(), "/workshops/CODE/projector", 1920, 1080, ColorScheme.LIGHT);
        for (int group = 0; group < 64; group++) {
            full.join("Group with a long name " + group);
            if (group == 23) {
                assertThat(lobby.locator(".hall-groups .letter")).hasCount(24);
                fits(lobby);
            }
        }
        assertThat(projector.locator(".hall-counts .letter")).hasCount(64);
        fits(projector);
        full.command("call", "\"message\": \"" + "Come back. ".repeat(10) + "\"")
                .ok();
        assertThat(projector.locator(".hall-call")).hasCount(1);
        fits(projector);
    }
}
