package entente.document;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A document as far as it could be read.
 *
 * @param root empty when it broke off; then there is at least one problem
 * @param problems repeated names, forbidden characters, limits, or why reading broke off
 */
public record Document(Optional<Node> root, List<Problem> problems) {}
