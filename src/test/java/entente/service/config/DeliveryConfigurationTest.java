package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.briefing.DeliveryChannels;
import entente.service.briefing.DeliveryTarget;
import entente.service.config.DeliveryConfiguration.MailSettings;
import entente.service.config.DeliveryConfiguration.MailTls;
import entente.service.config.DeliveryConfiguration.WebhookSettings;
import entente.service.problem.StartupException;
import entente.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail and webhooks are off by default, and do not start with settings that cannot be right. */
class DeliveryConfigurationTest {

    private static final String SECRET = "a secret of sixteen bytes or more";

    private static final MailSettings NO_MAIL = mail("", "", List.of());
    private static final WebhookSettings NO_WEBHOOKS =
            new WebhookSettings(List.of(), List.of(), Optional.empty(), Optional.empty());

    private static MailSettings mail(String host, String from, List<String> recipients) {
        return new MailSettings(
                host, 25, MailTls.NONE, Optional.of("user"), Optional.of(SECRET), Optional.empty(), from, recipients);
    }

    private static WebhookSettings webhooks(String allowed, String secret) {
        return new WebhookSettings(List.of(allowed), List.of(), Optional.of(secret), Optional.empty());
    }

    private static DeliveryChannels channels(MailSettings mail, WebhookSettings webhooks) {
        return new DeliveryConfiguration().deliveryChannels(mail, webhooks, new TestClock());
    }

    private static Optional<String> refusal(DeliveryChannels channels, String target) {
        return channels.refusal(DeliveryTarget.of(target));
    }

    @Test
    void nothingIsSentByDefault() {
        DeliveryChannels none = channels(NO_MAIL, NO_WEBHOOKS);
        assertThat(refusal(none, "mailto:anna@example.org").orElseThrow()).contains("entente.mail.host");
        assertThat(refusal(none, "https://hooks.example.org/").orElseThrow()).contains("entente.webhook.allow");
        DeliveryChannels nobody = channels(mail("localhost", "entente@example.org", List.of()), NO_WEBHOOKS);
        assertThat(refusal(nobody, "mailto:anna@example.org").orElseThrow()).contains("entente.mail.recipients");
    }

    @Test
    void whatIsNamedIsAllowed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\nnot this\n");
        DeliveryChannels some = channels(
                mail("localhost", "entente@example.org", List.of("@example.org")),
                new WebhookSettings(
                        List.of("hooks.example.org:443"),
                        List.of(),
                        Optional.of("short"),
                        Optional.of(file.toString())));
        assertThat(refusal(some, "mailto:anna@example.org")).isEmpty();
        assertThat(refusal(some, "https://hooks.example.org/x")).isEmpty();
        assertThat(refusal(some, "http://hooks.example.org:443/x")).isPresent();
    }

    @Test
    void faultsPreventTheStart() {
        for (WebhookSettings wrong : List.of(
                webhooks("hooks.example.org", SECRET),
                webhooks("hooks.example.org:443", "short"),
                new WebhookSettings(
                        List.of("a.example:443"), List.of("localhost"), Optional.of(SECRET), Optional.empty()),
                new WebhookSettings(List.of("a.example:443"), List.of(), Optional.empty(), Optional.of("/nowhere")))) {
            assertThatThrownBy(() -> channels(NO_MAIL, wrong))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("entente.webhook.")
                    .hasMessageNotContaining(SECRET);
        }
        for (MailSettings wrong : List.of(
                mail("localhost", "", List.of()),
                mail("localhost", "@example.org", List.of()),
                mail("localhost", "entente@example.org", List.of("*")))) {
            assertThatThrownBy(() -> channels(wrong, NO_WEBHOOKS))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("entente.mail.");
        }
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(mail("localhost", "", List.of()).toString()).doesNotContain(SECRET);
        assertThat(webhooks("a.example:443", SECRET).toString()).doesNotContain(SECRET);
    }
}
