package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.ColorScheme;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Board and projector of a workshop of twenty groups, most of which are close to each other. */
@Tag("thorough")
@Timeout(300)
class ManyGroupsIT {

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

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static RoomFixture room;

    @BeforeAll
    static void twoRounds() {
        room = RoomFixture.open(RunningService.shared(), "Many groups", "status-quo-2025");
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
    }

    private static Page open(String path, int width, int height) {
        return new RoomPages(BROWSER, RunningService.shared(), room)
                .open(room.facilitator(), path, width, height, ColorScheme.LIGHT);
    }

    private static List<?> overlaps(Page page, String places, String parts) {
        return (List<?>) page.evaluate(OVERLAPS, List.of(places, parts));
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1280, 1024})
    void nothingOverlapsOnTheBoard(int width) {
        Page page = open("/workshops/CODE", width, 900);
        assertThat(page.locator(".verdicts tbody tr")).hasCount(GROUPS);
        page.evaluate("() => document.fonts.ready");
        assertThat(overlaps(page, ".verdicts thead svg", ".word, .tick")).isEmpty();
        assertThat(overlaps(page, ".verdicts tbody .drawn", ".said, .before")).isEmpty();
        assertThat(overlaps(page, ".spread .track", ".pill")).isEmpty();
    }

    private static void fits(Page page) {
        assertThat(page.locator(".hall-foot")).isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat(page.evaluate("() => document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo(true);
    }

    @Test
    void boardAndProjectorNameTheSameTwoGroupsAsFurthestApart() {
        Page board = open("/workshops/CODE", 1440, 900);
        Page projector = open("/workshops/CODE/projector", 1920, 1080);
        assertThat(projector.locator(".hall-said b").first()).containsText(" and ");
        String[] names = projector.locator(".hall-said b").first().innerText().split(" and ");
        assertThat(board.locator(".pair").innerText()).contains(names);
    }

    /** The counts of as many as can take part, also beside a call; the lobby here has a warning in place of the QR code. */
    @Test
    void lobbyAndCountsOfAllGroupsFitTheScreen() {
        RoomFixture full = RoomFixture.open(RunningService.shared(), "A full room", "status-quo-2025");
        full.command(full.facilitator(), "\"command\": \"joining\", \"joining\": \"UNLIMITED\"")
                .ok();
        RoomPages pages = new RoomPages(BROWSER, RunningService.shared(), full);
        Page lobby = pages.open(full.facilitator(), "/workshops/CODE/lobby", 1920, 1080, ColorScheme.LIGHT);
        Page projector = pages.open(full.facilitator(), "/workshops/CODE/projector", 1920, 1080, ColorScheme.LIGHT);
        for (int group = 0; group < 64; group++) {
            full.join("Group with a long name " + group);
            if (group == 23) {
                assertThat(lobby.locator(".hall-groups .letter")).hasCount(24);
                fits(lobby);
            }
        }
        assertThat(projector.locator(".hall-counts .letter")).hasCount(64);
        fits(projector);
        full.command(full.facilitator(), "\"command\": \"call\", \"message\": \"" + "Come back. ".repeat(10) + "\"")
                .ok();
        assertThat(projector.locator(".hall-call")).hasCount(1);
        fits(projector);
    }
}
