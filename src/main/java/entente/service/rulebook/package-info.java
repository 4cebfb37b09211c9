/** The active rule book of a running service: watching its folder, checking edits and swapping atomically. */
@NullMarked
package entente.service.rulebook;

import org.jspecify.annotations.NullMarked;
