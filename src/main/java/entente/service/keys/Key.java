package entente.service.keys;

import java.security.SecureRandom;

public final class Key extends Secret {

    /** Prefix of all keys, so that leaked ones can be recognised. */
    public static final String PREFIX = "ent_";

    private Key(String text) {
        super(text);
    }

    public static Key generate(SecureRandom random) {
        return new Key(random(PREFIX, random));
    }

    /** A received key, valid or not. */
    public static Key of(String text) {
        return new Key(text);
    }
}
