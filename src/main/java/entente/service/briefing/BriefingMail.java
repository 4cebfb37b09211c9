package entente.service.briefing;

import entente.document.Text;
import entente.service.briefing.DeliveryChannels.DeliveryException;
import entente.service.briefing.DeliveryTarget.MailTarget;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends editions by mail: what is new, the verdict and what stands below it as text, the PDF attached. */
public final class BriefingMail {

    private static final int MAX_SUBJECT = 150;

    /** Addresses and whole domains. */
    private final Set<String> allowed;

    private final JavaMailSender server;
    private final String from;
    private final InstantSource clock;

    /**
     * @param recipients addresses, or domains such as {@code @example.org}, which do not include their subdomains
     * @throws IllegalArgumentException if one of them is neither; the message is the text
     */
    public BriefingMail(List<String> recipients, JavaMailSender server, String from, InstantSource clock) {
        this.allowed = recipients.stream().map(BriefingMail::recipient).collect(Collectors.toUnmodifiableSet());
        this.server = server;
        this.from = from;
        this.clock = clock;
    }

    private static String recipient(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        try {
            DeliveryTarget.of("mailto:" + (given.startsWith("@") ? "name" : "") + given);
            return given;
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(text, invalid);
        }
    }

    /** Why it is not sent, as a sentence; empty if it may be. */
    Optional<String> refusal(MailTarget target) {
        return allowed.contains(target.address()) || allowed.contains("@" + target.domain())
                ? Optional.empty()
                : Optional.of(target.address() + " is not in entente.mail.recipients.");
    }

    /** Returns when the mail server has accepted it. */
    void send(MailTarget target, UUID delivery, DeliveryContent content) throws DeliveryException {
        DeliveryException.check(refusal(target));
        try {
            server.send(message(target, delivery, content));
        } catch (MailAuthenticationException refused) {
            throw DeliveryException.failed("The mail server refused the user or the password.");
        } catch (MailException failed) {
            // Its words may hold what was sent.
            throw DeliveryException.failed("The mail server did not accept the mail, or could not be reached.");
        } catch (MessagingException impossible) {
            throw DeliveryException.refused("The mail could not be written.");
        }
    }

    private MimeMessage message(MailTarget target, UUID delivery, DeliveryContent content) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(target.address());
        mail.setSubject(subject(content));
        mail.setSentDate(Date.from(clock.instant()));
        mail.setText(text(content));
        if (content.pdf().isPresent()) {
            mail.addAttachment(
                    content.id().replace('/', '-') + ".pdf",
                    new ByteArrayResource(content.pdf().get()),
                    "application/pdf");
        }
        // The same at each attempt, so that a repetition is recognised.
        message.setHeader("Message-ID", "<" + delivery + "@entente>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** One line: what an author writes into a title must not start another header. */
    static String subject(DeliveryContent content) {
        String news = ": " + content.news();
        // What looks like an encoded word would be decoded by the reader's program.
        String title = Text.printable(content.title()).replace("=?", "= ?");
        int most = MAX_SUBJECT - news.length();
        // A long title must not cut off what is new.
        return (title.codePointCount(0, title.length()) <= most
                        ? title
                        : title.substring(0, title.offsetByCodePoints(0, most - 1)) + "…")
                + news;
    }

    static String text(DeliveryContent content) {
        return content.title().replaceAll("\\p{Cc}", " ") + "\n\n" + content.bottomLine() + "\n\n"
                + String.join(" ", content.standing()) + "\n\nEdition "
                + content.id() + (content.pdf().isPresent() ? ", attached as PDF." : ".") + "\n";
    }
}
