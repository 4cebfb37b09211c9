package entente.service.keys;

import java.util.regex.Pattern;

/**
 * One line of a key file.
 *
 * @param name of the holder: 1 to 64 lower-case letters, digits, dots, hyphens and underscores, the first a letter
 *     or digit
 * @param sha256 digest of the key, 64 lower-case hexadecimal digits
 */
public record KeyEntry(String name, Role role, String sha256) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public static boolean name(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean digest(String text) {
        return DIGEST.matcher(text).matches();
    }

    String line() {
        return name + " " + role.word() + " " + sha256;
    }
}
