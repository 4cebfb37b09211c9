package entente.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;

/** Two workshops with the same four groups: one in its first round, one in its second and revealed. */
final class SampleRooms {

    private final Browser browser;
    private final RunningService service = RunningService.shared();
    private final RoomFixture privateRoom = RoomFixture.open(service, "Policy day", "status-quo-2025");
    private final RoomFixture revealedRoom = RoomFixture.open(service, "Policy day", "status-quo-2025");
    private final Member group;
    private final Member revealedGroup;

    SampleRooms(Browser browser) {
        this.browser = browser;
        group = play(privateRoom);
        revealedGroup = play(revealedRoom);
        secondRound(revealedRoom, revealedGroup);
    }

    private static Member play(RoomFixture room) {
        Member vistula = room.join("Vistula");
        Member oder = room.join("Oder");
        Member narew = room.join("Narew");
        Member warta = room.join("Warta");
        room.command("start-round").ok();
        room.move(vistula, RoomFixture.REACTION, "2").ok();
        room.move(oder, RoomFixture.SANCTIONS, "4").ok();
        room.move(narew, "prc_export_share_us_pct", "7").ok();
        room.move(warta, "rus_elite_balancing_sentiment", "3").ok();
        room.command("lock", "\"readings\": [\"prc_gdp_growth_pct\"]").ok();
        room.command("timer", "\"seconds\": 600").ok();
        room.command("call", "\"message\": \"Two minutes left\"").ok();
        return vistula;
    }

    private static void secondRound(RoomFixture room, Member vistula) {
        room.command("start-round").ok();
        room.move(vistula, "political_will_to_ally", "2").ok();
        Member bug = room.join("Bug");
        room.move(bug, RoomFixture.REACTION, "4").ok();
        room.move(bug, "central_asia_competition", "3").ok();
        room.move(bug, "bri_pledges_usd_bn", "100").ok();
        room.command("reveal").ok();
    }

    /** @param path in which {@code CODE} stands for the code of the workshop */
    Page open(String path, PageState.Role role, boolean revealed, int width, int height, ColorScheme colours) {
        RoomFixture room = revealed ? revealedRoom : privateRoom;
        Member member = switch (role) {
            case GROUP -> revealed ? revealedGroup : group;
            case FACILITATOR -> room.facilitator();
            case ANYONE, STRANGER -> Member.STRANGER;
        };
        return room.page(browser, member, path, width, height, colours);
    }
}
