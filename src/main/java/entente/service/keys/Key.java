package entente.service.keys;

import entente.document.Digest;
import java.security.SecureRandom;
import java.util.Base64;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** An API key. It is shown once, when it is created; only its digest is stored. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Key {

    /** Prefix of all keys, so that leaked ones can be recognised. */
    public static final String PREFIX = "ent_";

    private static final int BYTES = 32;

    private final String text;

    /** A new key of 256 random bits. */
    public static Key generate(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Key(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** A received key, valid or not. */
    public static Key of(String text) {
        return new Key(text);
    }

    /** The key in plain text. */
    public String reveal() {
        return text;
    }

    /** SHA-256 in 64 lower-case hexadecimal digits. Keys are random, so salt or a slow hash would add nothing. */
    public String digest() {
        return Digest.sha256(text);
    }

    /** Hides the key, so that it does not appear in logs. */
    @Override
    public String toString() {
        return "key";
    }
}
