package entente.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.util.List;

/** Pages of a workshop, each in the browser context of one member. */
final class RoomPages {

    private final Browser browser;
    private final RunningService service;
    private final RoomFixture room;

    RoomPages(Browser browser, RunningService service, RoomFixture room) {
        this.browser = browser;
        this.service = service;
        this.room = room;
    }

    Page open(Member member, String path) {
        return open(member, path, 1440, 900, ColorScheme.LIGHT);
    }

    /** @param path in which {@code CODE} stands for the code of the workshop */
    Page open(Member member, String path, int width, int height, ColorScheme colours) {
        Page page = browser.page(width, height, colours);
        String cookie = member.cookie();
        if (!cookie.isEmpty()) {
            int equals = cookie.indexOf('=');
            page.context()
                    .addCookies(List.of(new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1))
                            .setUrl(service.uri("/").toString())));
        }
        page.navigate(service.uri(path.replace("CODE", room.code())).toString());
        return page;
    }
}
