package entente.quality.lint;

import java.util.Arrays;

/**
 * A file that is generated from a rule book.
 *
 * @param name path relative to the folder of the book
 * @param command the command that writes it
 * @param content what it contains
 * @param expected what the command writes now
 */
public record GeneratedFile(String name, String command, String content, String expected) {

    /** The first line that differs, from 1; 0 if none does. */
    int firstDifference() {
        return Arrays.mismatch(content.lines().toArray(), expected.lines().toArray()) + 1;
    }
}
