package entente.service.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A key as its holder sends it. It is shown once, when it is made; what is kept is its digest. */
public final class Key {

    /** What every key begins with, so that a lost one is recognised for what it is. */
    public static final String PREFIX = "ent_";

    private static final int BYTES = 32;

    private final String text;

    private Key(String text) {
        this.text = text;
    }

    /** A new key of 256 random bits. */
    public static Key generate(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Key(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What somebody sent as a key, whether or not it is one. */
    public static Key of(String text) {
        return new Key(text);
    }

    /** The key itself, for its holder's eyes. */
    public String reveal() {
        return text;
    }

    /** SHA-256 in 64 small hexadecimal digits. A key is random throughout, so there is nothing that salt or slowness would add. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /** Says nothing: a key must not come into a log by being part of a message. */
    @Override
    public String toString() {
        return "key";
    }
}
