package entente.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Optional;
import java.util.function.Consumer;

/** States of all pages: those that accessibility is checked in and that screenshots show. */
enum PageState {
    FRONT("/"),
    WORKBENCH(Paths.WORKBENCH),
    MOVED(Paths.WORKBENCH, PageState::move),
    NEAR_MISSES(Paths.WORKBENCH, page -> {
        move(page);
        part(page, "Change it");
        tab(page, "Ledger");
        tab(page, "Near misses");
    }),
    TORNADO(Paths.WORKBENCH, page -> tab(page, "Tornado")),
    TABLE(Paths.WORKBENCH, page -> tab(page, "Table")),
    HELP_AND_REPRODUCE(Paths.WORKBENCH, page -> {
        Locator help = page.locator("reading-row .help").first();
        if (help.isVisible()) { // not on a phone, where it is in another part
            help.click();
        }
        part(page, "Share");
        button(page, "Reproduce").click();
    }),
    SEARCH_AND_ASSUMPTIONS(Paths.WORKBENCH, page -> {
        part(page, "Readings");
        page.locator("input[type=search]").fill("road");
        if (!button(page, "Assumptions").isVisible()) {
            button(page, "Status quo, late 2025").click();
        }
        button(page, "Assumptions").click();
    }),
    DOWNLOAD(Paths.WORKBENCH, page -> {
        part(page, "Share");
        button(page, "Download").click();
    }),
    READINGS_ON_A_PHONE(Paths.WORKBENCH, page -> {
        move(page);
        part(page, "Readings");
    }),
    HELP_ON_A_PHONE(Paths.WORKBENCH, page -> {
        part(page, "Readings");
        page.locator("reading-row .help").first().click();
    }),
    CHANGES_ON_A_PHONE(Paths.WORKBENCH, page -> part(page, "Change it")),
    UNCERTAIN_READING(Paths.WORKBENCH, page -> {
        makeUncertain(page);
        page.getByLabel("Distribution of").first().scrollIntoViewIfNeeded();
    }),
    WEIGHTED_READING(Paths.WORKBENCH, page -> {
        makeUncertain(page);
        page.getByLabel("Distribution of").first().selectOption("weights");
    }),
    UNCERTAINTY(Paths.WORKBENCH, page -> {
        makeUncertain(page);
        part(page, "Verdict");
        page.locator("uncertainty-figure h2").first().scrollIntoViewIfNeeded();
    }),
    VERDICT_CONDITION(Paths.WORKBENCH, page -> {
        makeUncertain(page);
        part(page, "Verdict");
        page.locator(".any-grade").scrollIntoViewIfNeeded();
    }),
    COMPARISON("/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth"),
    BRIEFINGS("/briefings"),
    SCHEDULES("/schedules"),
    BRIEFING("/api/v1/briefings?scenario=status-quo-2025&format=html"),
    PROBLEM_TYPES("/problems"),
    /** Of the sections, which are alike, that of the operation stays. */
    EXPLORED_OPERATION("/try", page -> {
        page.locator(".opblock-summary-control").nth(3).click();
        page.locator(".opblock-body").waitFor();
        page.evaluate("document.querySelectorAll('.opblock-tag-section')"
                + ".forEach(section => section.querySelector('.opblock-body') || section.remove())");
    }),
    SIGN_IN("/sign-in"),
    WORKSHOPS("/workshops", Role.FACILITATOR, false),
    JOIN("/w/CODE", Role.STRANGER, false),
    LOBBY("/workshops/CODE/lobby", Role.FACILITATOR, false),
    GROUP("/w/CODE", Role.GROUP, false),
    REVEALED_GROUP("/w/CODE", Role.GROUP, true),
    BOARD("/workshops/CODE", Role.FACILITATOR, false),
    REVEALED_BOARD("/workshops/CODE", Role.FACILITATOR, true),
    PROJECTOR("/workshops/CODE/projector", Role.FACILITATOR, false),
    REVEALED_PROJECTOR("/workshops/CODE/projector", Role.FACILITATOR, true),
    TAKE_HOME("/api/v1/workshops/CODE/result", Role.FACILITATOR, true);

    enum Role {
        ANYONE,
        STRANGER,
        GROUP,
        FACILITATOR
    }

    private static final class Paths {
        static final String WORKBENCH = "/workbench/status-quo-2025";
    }

    /** Milliseconds for answers that follow others. */
    private static final int SETTLED = 800;

    /** What is pale until the answers to a move are there, and may be pale for longer than that on a busy machine. */
    private static final String FOLLOWING = ".dimmed, .following, svg.waiting, table.waiting, [aria-busy=true]";

    private final String path;
    private final Role role;
    private final boolean revealed;
    private final Optional<Consumer<Page>> steps;

    PageState(String path) {
        this(path, Role.ANYONE, false);
    }

    PageState(String path, Consumer<Page> steps) {
        this(path, Role.ANYONE, false, Optional.of(steps));
    }

    PageState(String path, Role role, boolean revealed) {
        this(path, role, revealed, Optional.empty());
    }

    PageState(String path, Role role, boolean revealed, Optional<Consumer<Page>> steps) {
        this.path = path;
        this.role = role;
        this.revealed = revealed;
        this.steps = steps;
    }

    /** Some states are those of a part that only phones show alone. */
    boolean isShownAt(int width) {
        return width < 768 || !name().endsWith("ON_A_PHONE");
    }

    /** Opens the page, brings it into this state and waits until its answers are there. */
    Page open(SampleRooms rooms, int width, int height, ColorScheme colours) {
        Page page = rooms.open(path, role, revealed, width, height, colours);
        page.locator("h1, .swagger-ui h2")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (role == Role.ANYONE) { // others keep a connection, so their network is never idle
            page.waitForLoadState(LoadState.NETWORKIDLE);
        } else {
            page.waitForTimeout(SETTLED);
        }
        steps.ifPresent(change -> {
            change.accept(page);
            page.waitForTimeout(SETTLED);
        });
        page.waitForFunction(
                "() => document.fonts.ready.then(() => document.querySelector('" + FOLLOWING + "') === null)");
        return page;
    }

    private static void move(Page page) {
        part(page, "Readings");
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        part(page, "Verdict");
    }

    private static void makeUncertain(Page page) {
        part(page, "Readings");
        button(page, "Uncertain:").click();
        page.getByLabel("Distribution of").waitFor();
    }

    /** On a phone, chooses the part of the workbench; elsewhere all parts are in sight. */
    private static void part(Page page, String name) {
        Locator button =
                page.locator("nav.parts").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
        if (button.isVisible()) {
            button.click();
        }
    }

    private static void tab(Page page, String name) {
        Locator tab = page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name))
                .first();
        if (tab.isVisible()) {
            tab.click();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .locator("visible=true")
                .first();
    }
}
