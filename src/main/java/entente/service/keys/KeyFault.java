package entente.service.keys;

/**
 * A fault in a key file.
 *
 * @param line counted from 1; 0 for the file as a whole
 * @param sentence never contains a digest
 */
public record KeyFault(int line, String sentence) {

    @Override
    public String toString() {
        return line > 0 ? "line " + line + ": " + sentence : sentence;
    }
}
