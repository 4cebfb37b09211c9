/** Workshops in the archive: their state, groups, moves, rounds and tokens. */
@NullMarked
package entente.service.workshop.store;

import org.jspecify.annotations.NullMarked;
