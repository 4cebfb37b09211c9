/** A rule book measured by worlds that readers judged, and the strengths that their judgements would give its claims. */
@NullMarked
package entente.quality.calibration;

import org.jspecify.annotations.NullMarked;
