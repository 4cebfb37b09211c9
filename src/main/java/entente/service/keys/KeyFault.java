package entente.service.keys;

/**
 * Something wrong in a key file.
 *
 * @param line counted from 1; 0 for the file as a whole
 * @param sentence never holds a digest
 */
public record KeyFault(int line, String sentence) {

    @Override
    public String toString() {
        return line > 0 ? "line " + line + ": " + sentence : sentence;
    }
}
