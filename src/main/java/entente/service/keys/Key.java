package entente.service.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /** Hides the key, so that it does not appear in logs. */
    @Override
    public String toString() {
        return "key";
    }
}
