package entente.service.keys;

import entente.document.Digest;
import java.security.SecureRandom;
import java.util.Base64;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** A secret that identifies its holder. It is shown once, when it is created; only its digest is stored. */
@RequiredArgsConstructor(access = AccessLevel.PROTECTED)
public abstract class Secret {

    private static final int BYTES = 32;

    /** Length of what {@link #random} adds to a prefix, in characters. */
    protected static final int RANDOM_LENGTH = 43;

    private final String text;

    /** The prefix followed by 256 random bits. */
    protected static String random(String prefix, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** In plain text. */
    public final String reveal() {
        return text;
    }

    /** SHA-256 in 64 lower-case hexadecimal digits. Secrets are random, so salt or a slow hash would add nothing. */
    public final String digest() {
        return Digest.sha256(text);
    }

    /** Hides the secret, so that it does not appear in logs. */
    @Override
    public final String toString() {
        return "secret";
    }
}
