package entente.service.briefing;

import entente.document.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where an edition goes to. */
public sealed interface DeliveryTarget {

    int MAX_LENGTH = 500;

    /** @param address in lower case */
    record MailTarget(String address) implements DeliveryTarget {

        private static final Pattern ADDRESS = Pattern.compile(
                "[a-z0-9!#$%&'+/=?^_`{|}~-]{1,64}(\\.[a-z0-9!#$%&'+/=?^_`{|}~-]{1,64})*+@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})++");

        public String domain() {
            return address.substring(address.indexOf('@') + 1);
        }
    }

    /** @param address with host and port, without user information and fragment */
    record WebhookTarget(URI address) implements DeliveryTarget {

        /** A name, or an IPv4 or IPv6 address in its usual form; no numbers that some resolvers take for addresses. */
        private static final Pattern HOST =
                Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*+[a-z]([a-z0-9-]{0,61}[a-z0-9])?"
                        + "|((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"
                        + "|\\[[0-9a-f:.]+]");

        public boolean isSecure() {
            return address.getScheme().equals("https");
        }

        public String host() {
            return address.getHost();
        }

        public int port() {
            int given = address.getPort();
            return given > 0 ? given : isSecure() ? 443 : 80;
        }

        /** As the allow-list names it. */
        public String endpoint() {
            return (isSecure() ? "" : "http://") + host() + ":" + port();
        }
    }

    /**
     * Reads {@code mailto:anna@example.org}, or an address of http or https.
     *
     * @throws IllegalArgumentException if it is neither; the message is a sentence
     */
    static DeliveryTarget of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A target has at most " + MAX_LENGTH + " characters.");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            String address = lower.substring("mailto:".length());
            if (MailTarget.ADDRESS.matcher(address).matches()) {
                return new MailTarget(address);
            }
            throw new IllegalArgumentException("A mail address is like mailto:anna@example.org, one for each target.");
        }
        return new WebhookTarget(webhook(text));
    }

    private static URI webhook(String text) {
        try {
            URI given = new URI(text);
            String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
            // Null for what is no host by RFC 2396, such as a name with an underscore.
            String host = given.getHost() == null ? "" : given.getHost().toLowerCase(Locale.ROOT);
            boolean valid = (scheme.equals("https") || scheme.equals("http"))
                    && given.getRawUserInfo() == null
                    && given.getRawFragment() == null
                    && WebhookTarget.HOST.matcher(host).matches()
                    && given.getPort() != 0
                    && given.getPort() <= 65_535
                    // Nothing that the parser accepts and a server may not.
                    && text.chars().allMatch(c -> c > ' ' && c < 127);
            if (valid) {
                String path = given.getRawPath().isEmpty() ? "/" : given.getRawPath();
                String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
                String port = given.getPort() < 0 ? "" : ":" + given.getPort();
                return new URI(scheme + "://" + host + port + path + query);
            }
        } catch (URISyntaxException malformed) {
            // Answered below.
        }
        throw new IllegalArgumentException("A target is mailto: with an address, or an address of https without user "
                + "information and fragment, not \"" + Text.excerpt(text) + "\".");
    }
}
