package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTarget.MailTarget;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may get mail: the addresses and whole domains that are named. */
public final class MailPolicy {

    private final Set<String> allowed;

    /**
     * @param allowed addresses, or domains such as {@code @example.org}, which do not include their subdomains
     * @throws IllegalArgumentException if one of them is neither; the message is the text
     */
    public MailPolicy(List<String> allowed) {
        this.allowed = allowed.stream().map(MailPolicy::entry).collect(Collectors.toUnmodifiableSet());
    }

    private static String entry(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        try {
            DeliveryTarget.of("mailto:" + (given.startsWith("@") ? "name" : "") + given);
            return given;
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(text, invalid);
        }
    }

    boolean allows(MailTarget target) {
        return allowed.contains(target.address()) || allowed.contains("@" + target.domain());
    }
}
