/** A scenario file becomes a checked scenario, or the complete list of its problems. */
@NullMarked
package entente.scenario;

import org.jspecify.annotations.NullMarked;
