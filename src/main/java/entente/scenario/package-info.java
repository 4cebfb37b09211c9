/** Reads a scenario file into a validated scenario or the complete list of its problems. */
@NullMarked
package entente.scenario;

import org.jspecify.annotations.NullMarked;
