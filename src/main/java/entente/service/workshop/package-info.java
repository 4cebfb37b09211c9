/** Workshops: groups in a room change the readings of one scenario and compare their verdicts. */
@NullMarked
package entente.service.workshop;

import org.jspecify.annotations.NullMarked;
