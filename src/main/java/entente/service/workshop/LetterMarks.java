package entente.service.workshop;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The letters by which groups are told apart where there is no room for names. */
public final class LetterMarks {

    private static final String OTHER = "G";

    private LetterMarks() {}

    /** The initial of the name; if that is taken, the initial and a further letter of the name, then of the alphabet. */
    public static String mark(String name, Collection<String> taken) {
        List<String> letters = name.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .filter(Character::isBmpCodePoint)
                .mapToObj(Character::toString)
                .toList();
        String initial = letters.isEmpty() ? OTHER : letters.get(0);
        if (!taken.contains(initial)) {
            return initial;
        }
        return Stream.concat(
                        letters.stream().skip(1),
                        IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString))
                .map(second -> initial + second)
                .filter(mark -> !taken.contains(mark))
                .findFirst()
                .orElseGet(() -> IntStream.iterate(10, number -> number + 1)
                        .mapToObj(number -> initial + number)
                        .filter(mark -> !taken.contains(mark))
                        .findFirst()
                        .orElseThrow());
    }
}
