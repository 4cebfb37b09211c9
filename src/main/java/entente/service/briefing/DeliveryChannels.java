package entente.service.briefing;

import entente.service.briefing.DeliveryTarget.MailTarget;
import entente.service.briefing.DeliveryTarget.WebhookTarget;
import java.util.Optional;
import java.util.UUID;
import lombok.Getter;

/**
 * The ways that are configured.
 *
 * @param mail empty if no mail is sent
 * @param webhooks empty if none is called
 */
public record DeliveryChannels(Optional<BriefingMail> mail, Optional<WebhookSender> webhooks) {

    /** Why the settings do not allow a target, as a sentence; empty if they do. */
    public Optional<String> refusal(DeliveryTarget target) {
        if (target instanceof MailTarget address) {
            return mail.map(channel -> channel.refusal(address))
                    .orElse(Optional.of("This service sends no mail; see entente.mail.host."));
        }
        return webhooks.map(channel -> channel.refusal((WebhookTarget) target))
                .orElse(Optional.of("This service calls no webhooks; see entente.webhook.allow."));
    }

    /** Returns when the other side has acknowledged it. */
    void send(DeliveryTarget target, UUID delivery, DeliveryContent content) throws DeliveryException {
        DeliveryException.check(refusal(target));
        if (target instanceof MailTarget address) {
            mail.orElseThrow().send(address, delivery, content);
        } else {
            webhooks.orElseThrow().send((WebhookTarget) target, delivery, content);
        }
    }

    /** A failed attempt; the message is a sentence for those who operate the service and holds no secrets. */
    @Getter
    static final class DeliveryException extends Exception {

        private static final long serialVersionUID = 1;

        /** Whether another attempt cannot succeed unless the settings change. */
        private final boolean isFinal;

        private DeliveryException(String message, boolean isFinal) {
            super(message, null, false, false);
            this.isFinal = isFinal;
        }

        static void check(Optional<String> refusal) throws DeliveryException {
            if (refusal.isPresent()) {
                throw refused(refusal.get());
            }
        }

        static DeliveryException refused(String message) {
            return new DeliveryException(message, true);
        }

        static DeliveryException failed(String message) {
            return new DeliveryException(message, false);
        }
    }
}
