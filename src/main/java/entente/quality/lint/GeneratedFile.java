package entente.quality.lint;

import java.util.List;

/**
 * A file that is generated from a rule book.
 *
 * @param name path relative to the folder of the book
 * @param command the command that writes it
 * @param content what it contains
 * @param expected what the command writes now
 */
public record GeneratedFile(String name, String command, String content, String expected) {

    boolean stale() {
        return !content.lines().toList().equals(expected.lines().toList());
    }

    /** The first line that differs, from 1. */
    int firstDifference() {
        List<String> now = content.lines().toList();
        List<String> then = expected.lines().toList();
        int line = 0;
        while (line < Math.min(now.size(), then.size()) && now.get(line).equals(then.get(line))) {
            line++;
        }
        return line + 1;
    }
}
