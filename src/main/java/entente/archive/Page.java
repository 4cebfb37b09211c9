package entente.archive;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next what {@link Filter#after} takes to go on; empty at the end
 */
public record Page(List<Summary> entries, Optional<String> next) {}
