package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import entente.service.briefing.DeliveryChannels.DeliveryException;
import entente.service.briefing.DeliveryTarget.MailTarget;
import entente.testkit.TestClock;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail to a server on this machine. */
@Timeout(60)
class BriefingMailTest {

    private final TestClock clock = new TestClock();
    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private BriefingMail mail(String... allowed) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return new BriefingMail(List.of(allowed), sender, "entente@example.org", clock);
    }

    private static MailTarget target(String text) {
        return (MailTarget) DeliveryTarget.of(text);
    }

    @Test
    void statementAsTextAndThePdfAttached() throws Exception {
        UUID id = UUID.randomUUID();
        mail("@example.org").send(target("mailto:Anna@Example.org"), id, DeliveryFixture.CONTENT);
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("The article's moment, 2018: risen from 4.0 % to 6.0 %, edition 3");
        assertThat(got.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
        assertThat(got.getFrom()).extracting(Object::toString).containsExactly("entente@example.org");
        assertThat(got.getMessageID()).isEqualTo("<" + id + "@entente>");
        assertThat(got.getSentDate()).isEqualTo(Date.from(clock.instant()));
        Multipart parts = (Multipart) got.getContent();
        assertThat(GreenMailUtil.getBody(parts.getBodyPart(0)))
                .contains("An alliance is very unlikely", "By another account it is even.");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("baseline-2018-3.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(DeliveryFixture.PDF);
    }

    @Test
    void aTitleStartsNoHeader() throws Exception {
        for (String title : List.of(
                "A\r\nBcc: eve@evil.example",
                "A\nBcc: eve@evil.example",
                "A\rBcc: eve@evil.example",
                "Ä\r\n\r\nbody",
                "A\u2028Bcc: eve@evil.example",
                "A\u0085B\u202Ecod",
                "=?UTF-8?B?QmNjOiBldmU=?=",
                "x".repeat(5000))) {
            server.purgeEmailFromAllMailboxes();
            mail("@example.org")
                    .send(target("mailto:anna@example.org"), UUID.randomUUID(), DeliveryFixture.content(title));
            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getHeader("Bcc")).isNull();
            assertThat(got.getAllRecipients()).hasSize(1);
            assertThat(got.getSubject())
                    .endsWith(": risen from 4.0 % to 6.0 %, edition 3")
                    .hasSizeLessThanOrEqualTo(150);
            assertThat(got.getSubject().chars().noneMatch(Character::isISOControl))
                    .isTrue();
            assertThat(got.getContent()).isInstanceOf(Multipart.class);
        }
    }

    @Test
    void aSubjectHasTheTitleAsItIs() throws Exception {
        for (String title : List.of("Zażółć \uD83D\uDE80 \u4E2D\u4FC4", "= ?UTF-8?B?QmNjOiBldmU= ?=")) {
            server.purgeEmailFromAllMailboxes();
            mail("@example.org")
                    .send(
                            target("mailto:anna@example.org"),
                            UUID.randomUUID(),
                            DeliveryFixture.content(title.replace("= ?", "=?")));
            assertThat(server.getReceivedMessages()[0].getSubject()).startsWith(title + ": risen");
        }
    }

    @Test
    void onlyWhoIsNamedGetsMail() {
        for (String other : List.of(
                "mailto:anna@evil.example",
                "mailto:anna@sub.example.org",
                "mailto:anna@xexample.org",
                "mailto:berta@example.net")) {
            assertThatThrownBy(() -> mail("@example.org", "anna@example.net")
                            .send(target(other), UUID.randomUUID(), DeliveryFixture.CONTENT))
                    .hasMessageContaining("entente.mail.recipients");
        }
        assertThat(mail("anna@example.net").refusal(target("mailto:ANNA@EXAMPLE.NET")))
                .isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void hostileAddressesAreNone() {
        for (String text : List.of(
                "mailto:",
                "mailto:anna",
                "mailto:a@b",
                "mailto:a@example.org,b@example.org",
                "mailto:a@example.org?bcc=b@example.org",
                "mailto:a@example.org\r\nBcc: b@example.org",
                "mailto:a%0d%0aBcc:b@example.org",
                "mailto:\"a b\"@example.org",
                "mailto:a@@example.org",
                "mailto:a@example.org.",
                "mailto:a@[127.0.0.1]",
                "mailto:a@exämple.org",
                "mailto:.a@example.org",
                "a@example.org")) {
            assertThatThrownBy(() -> DeliveryTarget.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        for (String entry : List.of("", "@", "*", "*@example.org", "@*.example.org", "example.org")) {
            assertThatThrownBy(() -> mail(entry)).as(entry).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aServerThatIsNotThereOrRefusesIsAFailure() {
        BriefingMail mail = mail("@example.org");
        server.stop();
        assertThatThrownBy(
                        () -> mail.send(target("mailto:anna@example.org"), UUID.randomUUID(), DeliveryFixture.CONTENT))
                .isInstanceOfSatisfying(
                        DeliveryException.class,
                        failed -> assertThat(failed.isFinal()).isFalse())
                .hasMessageContaining("could not be reached");
    }
}
