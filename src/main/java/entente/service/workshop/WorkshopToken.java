package entente.service.workshop;

import entente.document.Digest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A secret of 256 random bits; who has it holds a place in a workshop. The archive knows its digest only. */
public final class WorkshopToken {

    /** So that it is not taken for a key of the service. */
    public static final String PREFIX = "entw_";

    private static final int BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;

    private final String text;

    private WorkshopToken(String text) {
        this.text = text;
    }

    public static WorkshopToken generate(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new WorkshopToken(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** A received token, valid or not; empty if it cannot be one. */
    public static Optional<WorkshopToken> of(String text) {
        return text.startsWith(PREFIX) && text.length() == LENGTH
                ? Optional.of(new WorkshopToken(text))
                : Optional.empty();
    }

    public String reveal() {
        return text;
    }

    /** Tokens are random, so salt or a slow hash would add nothing. */
    public String digest() {
        return Digest.sha256(text);
    }

    /** Hides the token, so that it does not appear in logs. */
    @Override
    public String toString() {
        return "token";
    }
}
