package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.BookFolder;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What happens within a session: groups are ready, fingers are nervous, rules are replaced, workshops are opened again. */
@Tag("thorough")
@Timeout(600)
class WorkshopSessionIT {

    private static final String REACTION = "How severely the US would be expected to answer an alliance";

    private static final String WEIGHTS = "weights.yaml";
    private static final String OLD = "points: 3\n";
    private static final String NEW = "points: 3.3\n";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator slider(Page page) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(REACTION));
    }

    private static void shows(Locator locator, String text) {
        assertThat(locator).containsText(text, new ContainsTextOptions().setTimeout(30_000));
    }

    @Test
    void groupSaysThatItIsReadyAndAMoveTakesThatBack() {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.join("Omsk");
        room.command("start-round").ok();
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page board = pages.open(room.facilitator(), "/workshops/CODE");
        Page lobby = pages.open(room.facilitator(), "/workshops/CODE/lobby");
        Page group = pages.open(kazan, "/w/CODE", 360, 740, ColorScheme.LIGHT);
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
        slider(group).focus();
        group.keyboard().press("ArrowLeft");
        assertThat(board.locator(".counts .ready")).hasCount(0);
        shows(group.locator("header.bar"), "private");
    }

    @Test
    void nothingIsUndoneWhileTheWorkshopIsPaused() {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.command("start-round").ok();
        Page group = new RoomPages(BROWSER, service, room).open(kazan, "/w/CODE");
        slider(group).focus();
        String before = slider(group).getAttribute("aria-valuetext");
        group.keyboard().press("ArrowLeft");
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Page group = new RoomPages(BROWSER, service, room).open(kazan, "/w/CODE");
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        Page board = new RoomPages(BROWSER, service, room).open(room.facilitator(), "/workshops/CODE");
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
        try (RunningService service =
                RunningService.start(Map.of("entente.rules", rules.folder().toString()))) {
            RoomFixture room = RoomFixture.open(service);
            Member kazan = room.join("Kazan");
            RoomPages pages = new RoomPages(BROWSER, service, room);
            Page board = pages.open(room.facilitator(), "/workshops/CODE");
            Page group = pages.open(kazan, "/w/CODE");
            slider(group).focus();
            group.keyboard().press("ArrowLeft");
            shows(board.locator(".counts"), "one reading");
            String before = slider(group).getAttribute("aria-valuetext");
            String start = room.get(kazan, "").json().get("rulesSha256").asString();

            rules.replace(WEIGHTS, OLD, NEW);
            group.waitForCondition(() -> {
                group.waitForTimeout(500);
                return room.get(kazan, "").json().get("rulesChanged").asBoolean();
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
                    () -> room.get(kazan, "").json().at("/groups/0/moves").asInt() == 2);
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        room.join("Perm");
        room.move(omsk, RoomFixture.REACTION, "2").ok();
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page board = pages.open(room.facilitator(), "/workshops/CODE");
        Page first = pages.open(kazan, "/w/CODE");
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.join("Omsk");
        room.move(kazan, RoomFixture.REACTION, "1").ok();
        room.command("reveal").ok();
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page board = pages.open(room.facilitator(), "/workshops/CODE");
        Page group = pages.open(kazan, "/w/CODE");
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        room.command("start-round").ok();
        Page board = new RoomPages(BROWSER, service, room).open(room.facilitator(), "/workshops/CODE");
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        Page page = BROWSER.page();
        page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        String cookie = kazan.cookie();
        int equals = cookie.indexOf('=');
        page.context()
                .addCookies(List.of(new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1))
                        .setUrl(service.uri("/").toString())));
        page.navigate(service.uri("/w/" + room.code()).toString());
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
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member kazan = room.join("Kazan");
        room.command("end").ok();
        RoomPages pages = new RoomPages(BROWSER, service, room);
        Page newcomer = pages.open(Member.STRANGER, "/w/CODE", 360, 740, ColorScheme.LIGHT);
        shows(newcomer.locator("main h1"), "This workshop has ended");
        shows(newcomer.locator("main"), "file to take home");
        assertThat(newcomer.locator("#group-name")).hasCount(0);
        shows(pages.open(kazan, "/w/CODE").locator("main"), "take-home file");
    }

    @Test
    void earlierWorkshopsAreListedAndOpenedByAnotherBrowser() {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        room.join("Kazan");
        Page start = BROWSER.page();
        start.navigate(service.uri("/workshops").toString());
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
}
