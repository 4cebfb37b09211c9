package entente.document;

import entente.model.Problem;

/** Line and column in a document, both from 1; 0 if unknown. */
public record SourceLocation(int line, int column) {

    public static final SourceLocation NONE = new SourceLocation(0, 0);

    Problem problem(String pointer, String code, String detail) {
        return Problem.of(pointer, code, detail).at(line, column);
    }
}
