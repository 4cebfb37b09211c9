package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Text of groups and facilitators is shown as typed, without dialogs and content policy violations. */
@Timeout(600)
@Tag("thorough")
class HostileTextIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

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
        RunningService service = RunningService.shared();
        String title = "<img src=x onerror=alert(0)>";
        Page facilitator = BROWSER.page();
        facilitator.navigate(service.uri("/workshops").toString());
        facilitator.getByLabel("Title").fill(title);
        facilitator.getByText("Start and open the lobby").click();
        assertThat(facilitator.locator(".hall-title")).hasText(title);
        String code = facilitator.locator(".hall-code").innerText().replace(" ", "");
        Page group = BROWSER.page();
        group.navigate(service.uri("/w/" + code).toString());
        assertThat(group.locator("#code-state")).containsText(title);
        group.getByLabel("Group name").fill(TEXTS.get(0));
        group.getByText("Join as").click();
        assertThat(group.locator(".group-name b")).hasText(TEXTS.get(0));
        for (String text : TEXTS.subList(1, TEXTS.size())) {
            RoomFixture.send(
                            service,
                            Member.STRANGER,
                            "POST",
                            "/api/v1/workshops/" + code + "/groups",
                            "{\"name\": \"" + text.replace("\"", "\\\"") + "\"}")
                    .ok();
        }
        for (String text : TEXTS) {
            assertThat(named(facilitator, ".hall-groups span", text)).hasCount(1);
        }
        facilitator.getByText("Go to the board").click();
        for (String text : TEXTS) {
            assertThat(named(facilitator, ".counts th", text)).hasCount(1);
        }
        call(facilitator);
        assertThat(group.locator(".notice.call .said")).hasText(TEXTS.get(1));
        facilitator.getByText("Start round 1").click();
        facilitator
                .locator("button", new Page.LocatorOptions().setHasText("Reveal"))
                .click();
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

    private static com.microsoft.playwright.Locator named(Page page, String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }
}
