package entente.service.briefing.delivery;

import lombok.Getter;

/** A failed attempt; the message is a sentence for those who operate the service and holds no secrets. */
@Getter
final class DeliveryException extends Exception {

    private static final long serialVersionUID = 1;

    /** Whether another attempt cannot succeed unless the settings change. */
    private final boolean isFinal;

    private DeliveryException(String message, boolean isFinal) {
        super(message, null, false, false);
        this.isFinal = isFinal;
    }

    static DeliveryException refused(String message) {
        return new DeliveryException(message, true);
    }

    static DeliveryException failed(String message) {
        return new DeliveryException(message, false);
    }
}
