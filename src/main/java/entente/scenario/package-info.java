/** A scenario file becomes a checked scenario, or the full list of what is wrong with it. */
@NullMarked
package entente.scenario;

import org.jspecify.annotations.NullMarked;
