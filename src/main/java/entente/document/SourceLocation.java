package entente.document;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/** Line and column in a document, both from 1; 0 if unknown. */
public record SourceLocation(int line, int column) {

    public static final SourceLocation NONE = new SourceLocation(0, 0);

    Problem problem(String pointer, String code, String detail) {
        return new Problem(pointer, code, detail, List.of(), Optional.empty(), line, column);
    }
}
