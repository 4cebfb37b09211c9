/** A rule book measured by worlds that readers judged. */
@NullMarked
package entente.quality.calibration;

import org.jspecify.annotations.NullMarked;
