package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The code of a workshop: six characters of which none looks like another. */
public record WorkshopCode(@JsonValue String text) {

    /** Without 0, 1, I and O. */
    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;

    public static WorkshopCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new WorkshopCode(code.toString());
    }

    /** Parses a typed code in any letter case, with an optional space or hyphen; empty if it is invalid. */
    public static Optional<WorkshopCode> typed(String text) {
        if (text.length() > 3 * LENGTH) {
            return Optional.empty();
        }
        String code = text.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new WorkshopCode(code))
                : Optional.empty();
    }

    /** In two groups of three, as it is read aloud. */
    public String spaced() {
        return text.substring(0, LENGTH / 2) + " " + text.substring(LENGTH / 2);
    }
}
