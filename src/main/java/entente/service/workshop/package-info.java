/** Workshops: groups in a room change the readings of one scenario and compare their verdicts. The terms and their rules. */
@NullMarked
package entente.service.workshop;

import org.jspecify.annotations.NullMarked;
