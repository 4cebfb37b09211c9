package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static entente.testkit.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import entente.testkit.Browser;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in sight on tablets, phones and paper, and what moves. */
@Tag("thorough")
@Timeout(300)
class LayoutIT {

    private static final String LONGEST_TRANSITION = """
            () => Math.max(...[...document.querySelectorAll('main *')].flatMap(each =>
              getComputedStyle(each).transitionDuration.split(',').map(parseFloat)))""";

    /** Whether something lies over the drawing of the depth. */
    private static final String COVERED = """
            () => {
              const box = document.querySelector('depth-scale svg').getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, box.bottom - 2);
              return top.closest('depth-scale') === null;
            }""";

    /** Pairs of texts of a drawing of which one covers the other; letters take the middle of their boxes. */
    private static final String OVERPRINTED = """
            () => [...document.querySelectorAll('svg[role=img]')].flatMap(drawing => {
              const texts = [...drawing.querySelectorAll('text')].map(each => [each.textContent, each.getBoundingClientRect()]);
              return texts.flatMap(([one, a], index) => texts.slice(index + 1)
                .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.45 * Math.min(a.height, b.height))
                .map(([other]) => one + ' / ' + other));
            })""";

    /** Texts that are lighter than the ink of a printer needs to be seen on white. */
    private static final String PALE = """
            () => [...document.querySelectorAll('.letter, .disc, .gap, .changed, b, strong, th, td, p, h2')].filter(each => {
              const [red, green, blue] = getComputedStyle(each).color.match(/[0-9.]+/g).map(Number);
              return each.checkVisibility() && each.textContent.trim() !== '' && (red + green + blue) / 3 > 140;
            }).map(each => each.outerHTML.slice(0, 100))""";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page workbench(int width, int height) {
        Page page = BROWSER.open("/workbench/status-quo-2025", width, height, ColorScheme.LIGHT);
        assertThat(page.locator("points-waterfall")).isAttached();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"1440, SCREEN", "1024, SCREEN", "794, PRINT"})
    void theFiguresOfTheFrontPageStayInTheirColumn(int width, Media media) {
        Page page = BROWSER.open("/", width, 900, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
        assertThat(page.locator(".rows .percent").first()).isVisible();
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.rows .percent')]
                  .filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)""")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"768, 1024", "1024, 768", "1199, 700"})
    void onATabletTheVerdictAndWhatWouldChangeItStayInSightOfAMove(int width, int height) {
        Page page = workbench(width, height);
        page.locator("barrier-row button").last().click();
        Locator last = page.getByRole(AriaRole.SLIDER).last();
        last.scrollIntoViewIfNeeded();
        last.press("ArrowLeft");
        assertThat(page.locator("verdict-pane h1")).isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat(page.locator("#flips flip-row").first()).isInViewport();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ledger"))
                .click();
        assertThat(page.locator("ledger-row").first()).isInViewport();
    }

    @Test
    void atAUsualSizeTheDepthOfEachScenarioIsInSight() {
        Page page = workbench(1440, 900);
        for (String id : Shipped.scenarioIds()) {
            page.navigate(RunningService.shared().uri("/workbench/" + id).toString());
            assertThat(page.locator("depth-scale svg")).isInViewport(new IsInViewportOptions().setRatio(1));
            page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
            assertThat(page.locator("move-strip .said")).containsText("Last move");
            assertThat(page.locator("depth-scale svg")).isInViewport(new IsInViewportOptions().setRatio(1));
            assertThat((Boolean) page.evaluate(COVERED)).as(id).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sino-soviet-alliance-1950",
                "total-decoupling",
                "status-quo-2025#us_reaction_severity_expected=2..3..4"
            })
    void noTextOfADrawingCoversAnother(String path) {
        Page page = BROWSER.open("/workbench/" + path, 1280, 800, ColorScheme.LIGHT);
        assertThat(page.locator(path.contains("#") ? "band-probabilities svg" : "points-waterfall svg"))
                .isVisible();
        assertThat((List<?>) page.evaluate(OVERPRINTED)).isEmpty();
    }

    @Test
    void longSuppositionIsCutToItsFirstLinesUntilItIsOpened() {
        Page page = BROWSER.open("/workbench/total-decoupling", 1280, 800, ColorScheme.LIGHT);
        Locator text = page.locator(".supposition summary > span");
        String hidden = "each => each.scrollHeight > each.clientHeight";
        assertThat((Boolean) text.evaluate(hidden)).isTrue();
        text.click();
        assertThat((Boolean) text.evaluate(hidden)).isFalse();
        assertThat(text).isInViewport(new IsInViewportOptions().setRatio(1));
    }

    /** The points of total decoupling mean less than the relationship that its shock makes possible. */
    @Test
    void depthIsBoldWhereItIsTheRelationship() {
        Page page = workbench(1440, 900);
        assertThat(page.locator(".depth .word.current")).hasText("strategic partnership");
        page.navigate(RunningService.shared().uri("/workbench/total-decoupling").toString());
        assertThat(page.locator(".depth"))
                .hasAttribute("aria-label", Pattern.compile(".*by its points alone informal.*"));
        assertThat(page.locator(".depth .word.current")).hasCount(0);
    }

    @Test
    void comparedIntervalStandsBesideItsRingAndIsAttributedByBestEstimates() {
        Page page = BROWSER.open(
                "/compare?scenarios=total-decoupling,sino-soviet-alliance-1950", 1280, 800, ColorScheme.LIGHT);
        assertThat(page.locator("difference-split .under"))
                .containsText("Percentage points of the best estimates, cumulated from A. ");
        assertThat((Boolean) page.evaluate("""
                () => document.querySelector('.yardstick .before').getBoundingClientRect().left
                  >= [...document.querySelectorAll('.yardstick .likelihood')].at(-1).getBoundingClientRect().right""")).isTrue();
    }

    @Test
    void titlesOfComparedScenariosAreWhole() {
        String longest = String.join(
                ",",
                Shipped.scenarioIds().stream()
                        .sorted(Comparator.comparing(
                                id -> -Shipped.scenario(id).title().length()))
                        .limit(3)
                        .toList());
        for (int width : List.of(1440, 1024, 390)) {
            Page page = BROWSER.open("/compare?scenarios=" + longest, width, 900, ColorScheme.LIGHT);
            assertThat(page.locator(".names .title")).hasCount(3);
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => [...document.querySelectorAll('.names .title')].every("
                                                    + "each => each.scrollWidth <= each.clientWidth && getComputedStyle(each).textOverflow === 'clip')"))
                    .isTrue();
            assertThat(page.locator(".multiples figure")).hasCount(2);
            assertThat((Boolean) page.evaluate("() => [...document.querySelectorAll('.multiples figure')].every("
                            + "each => each.getBoundingClientRect().right <= innerWidth)"))
                    .as("drawings at " + width)
                    .isTrue();
            page.context().close();
        }
    }

    @Test
    void assessmentAsAPageFitsAPhone() {
        Page page = BROWSER.page(360, 780, ColorScheme.LIGHT);
        for (String command : List.of("assess", "sensitivity")) {
            page.setContent(
                    Invocation.of(command, "taiwan-war", "--format", "html").out());
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(command)
                    .isLessThanOrEqualTo(360);
        }
    }

    /** A printer leaves backgrounds out: what stands on one has to be dark. */
    /** As when a browser prints: laid out for the paper, and not drawn anew. */
    @Test
    void onPaperTheAxisIsAsWideAsTheRowsBelowIt() {
        Page page = PageState.REVEALED_BOARD.open(new SampleRooms(BROWSER), 1440, 900, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.evaluate("""
                () => [300, 1300].map(width => {
                  const axis = document.querySelector('wide-yardstick');
                  axis.style.width = width + 'px';
                  return Math.round(axis.querySelector('svg').getBoundingClientRect().width);
                })""")).isEqualTo(List.of(300, 1300));
        page.context().close();
    }

    @Test
    void lettersOfGroupsAndScenariosArePrintedWithoutBackgrounds() {
        SampleRooms rooms = new SampleRooms(BROWSER);
        for (PageState state : List.of(PageState.REVEALED_BOARD, PageState.COMPARISON)) {
            Page page = state.open(rooms, 1440, 900, ColorScheme.DARK);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat((List<?>) page.evaluate(PALE)).as(state.name()).isEmpty();
            page.context().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "1280", "1024", "768"})
    void sharesOfThreeScenariosFitBesideEachOther(int width) {
        Page page = BROWSER.open(
                "/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth", width, 800, ColorScheme.LIGHT);
        assertThat(page.locator(".multiples figure")).hasCount(2);
        page.waitForFunction("() => document.querySelector('#split-panel').scrollWidth"
                + " <= document.querySelector('#split-panel').clientWidth");
        for (Locator state : page.locator(".states li").all()) {
            assertThat(state.locator("p").first().boundingBox().height).isLessThan(56);
        }
    }

    @Test
    void onAPhoneTheFourTabsShowTheirParts() {
        Page page = workbench(360, 780);
        assertThat(page.locator("move-strip")).isHidden();
        assertThat(page.locator("verdict-pane h1")).isInViewport();
        button(page, "Readings").click();
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("mini-verdict h1")).containsText(Shipped.late2025(true));
        button(page, "Change it").click();
        assertThat(page.locator("changes-pane")).isVisible();
        assertThat(page.locator("ledger-pane")).isVisible();
        button(page, "Share").last().click();
        assertThat(button(page, "Download")).isVisible();
        button(page, "Verdict").click();
        button(page, "Undo").click();
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(false));
    }

    @Test
    void paperIsLightNamesTheScenarioAndHasNoControls() {
        Page page = BROWSER.open("/workbench/status-quo-2025", 1440, 900, ColorScheme.DARK);
        assertThat(page.locator("points-waterfall")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator("verdict-pane h1")).hasCSS("color", "rgb(19, 32, 42)");
        assertThat(page.locator(".picker")).containsText("Status quo, late 2025");
        assertThat(page.locator(".caveat")).containsText("Rules ");
        for (String control : new String[] {"move-strip", "readings-pane", "changes-pane", "nav", "#theme"}) {
            assertThat(page.locator(control).first()).isHidden();
        }
    }

    @Test
    void nothingMovesWhereTheSystemAsksForReducedMotion() {
        Page page = workbench(1440, 900);
        assertThat(((Number) page.evaluate(LONGEST_TRANSITION)).doubleValue()).isEqualTo(0.15);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(true));
        assertThat(((Number) page.evaluate(LONGEST_TRANSITION)).doubleValue()).isZero();
        assertThat((Integer) page.evaluate("() => document.getAnimations().length"))
                .isZero();
    }
}
