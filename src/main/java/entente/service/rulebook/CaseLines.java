package entente.service.rulebook;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the line of an expectation in a case file. */
final class CaseLines {

    private CaseLines() {}

    /**
     * The line of the element at a pointer, or of its closest ancestor.
     *
     * @return from 1; 0 if the file cannot be read
     */
    static int line(Path file, String pointer) {
        try {
            Optional<Node> node = Documents.json(Files.readAllBytes(file), DocumentLimits.SCENARIO)
                    .root();
            int line = node.map(n -> n.location().line()).orElse(0);
            for (String step : pointer.replaceFirst("^#/?", "").split("/", -1)) {
                node = node.flatMap(n -> child(n, step.replace("~1", "/").replace("~0", "~")));
                line = node.map(n -> n.location().line()).orElse(line);
            }
            return line;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static Optional<Node> child(Node node, String step) {
        if (node instanceof Node.ObjectNode object) {
            return Optional.ofNullable(object.members().get(step));
        }
        if (node instanceof Node.ListNode list && step.matches("\\d{1,6}")) {
            int index = Integer.parseInt(step);
            return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }
}
