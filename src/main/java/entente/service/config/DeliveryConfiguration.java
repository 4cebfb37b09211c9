package entente.service.config;

import entente.service.briefing.BriefingMail;
import entente.service.briefing.DeliveryChannels;
import entente.service.briefing.DeliveryTarget;
import entente.service.briefing.WebhookPolicy;
import entente.service.briefing.WebhookSender;
import entente.service.problem.StartupException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Deliveries of editions: off unless a mail server or webhooks are named. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final int MIN_SECRET_BYTES = 16;

    /** How the connection to the mail server is encrypted. */
    enum MailTls {
        /** By STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** From the start. */
        TLS,
        NONE
    }

    /** {@code service.md} describes each setting. */
    @ConfigurationProperties("entente.mail")
    record MailSettings(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") MailTls tls,
            Optional<String> user,
            Optional<String> password,
            Optional<String> passwordFile,
            @DefaultValue("") String from,
            @DefaultValue List<String> recipients) {

        /** Omits the password. */
        @Override
        public String toString() {
            return "MailSettings[" + host + "]";
        }
    }

    /** {@code service.md} describes each setting. */
    @ConfigurationProperties("entente.webhook")
    record WebhookSettings(
            @DefaultValue List<String> allow,
            @DefaultValue List<String> privateAddresses,
            Optional<String> secret,
            Optional<String> secretFile) {

        /** Omits the secret. */
        @Override
        public String toString() {
            return "WebhookSettings" + allow;
        }
    }

    @Bean
    DeliveryChannels deliveryChannels(MailSettings mail, WebhookSettings webhook, InstantSource clock) {
        return new DeliveryChannels(
                mail.host().isBlank() ? Optional.empty() : Optional.of(mail(mail, clock)),
                webhook.allow().isEmpty() ? Optional.empty() : Optional.of(webhooks(webhook, clock)));
    }

    private static BriefingMail mail(MailSettings settings, InstantSource clock) {
        BriefingMail mail = valid(
                "entente.mail.recipients",
                () -> new BriefingMail(settings.recipients(), server(settings), settings.from(), clock));
        valid("entente.mail.from", () -> DeliveryTarget.of("mailto:" + settings.from()));
        return mail;
    }

    private static JavaMailSenderImpl server(MailSettings settings) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties session = server.getJavaMailProperties();
        // Milliseconds; without them, a server that does not answer would hold the thread for ever.
        session.put("mail.smtp.connectiontimeout", "5000");
        session.put("mail.smtp.timeout", "20000");
        session.put("mail.smtp.writetimeout", "20000");
        session.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() == MailTls.STARTTLS));
        session.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == MailTls.STARTTLS));
        session.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailTls.TLS));
        session.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.user().ifPresent(user -> {
            session.put("mail.smtp.auth", "true");
            server.setUsername(user);
            server.setPassword(
                    SecretSetting.of("entente.mail.password-file", settings.passwordFile(), settings.password())
                            .orElse(""));
        });
        return server;
    }

    private static WebhookSender webhooks(WebhookSettings settings, InstantSource clock) {
        WebhookPolicy policy = valid(
                "entente.webhook.allow or entente.webhook.private-addresses",
                () -> new WebhookPolicy(settings.allow(), settings.privateAddresses(), InetAddress::getAllByName));
        String secret = SecretSetting.of("entente.webhook.secret-file", settings.secretFile(), settings.secret())
                .orElse("");
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw StartupException.configuration("Webhooks need a secret of at least " + MIN_SECRET_BYTES
                    + " bytes, in entente.webhook.secret-file or entente.webhook.secret.");
        }
        return new WebhookSender(policy, (SSLSocketFactory) SSLSocketFactory.getDefault(), secret, clock);
    }

    private static <T> T valid(String setting, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException invalid) {
            throw StartupException.configuration(String.format(
                    Locale.ROOT, "The setting %s has an invalid entry: %s.", setting, invalid.getMessage()));
        }
    }
}
