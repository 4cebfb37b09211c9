/** An assessment in words; the only place that writes prose. */
@NullMarked
package entente.briefing;

import org.jspecify.annotations.NullMarked;
