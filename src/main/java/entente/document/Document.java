package entente.document;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The result of parsing a document.
 *
 * @param root empty if parsing failed; then there is at least one problem
 * @param problems duplicate names, forbidden characters, exceeded limits, or why parsing failed
 */
public record Document(Optional<Node> root, List<Problem> problems) {}
