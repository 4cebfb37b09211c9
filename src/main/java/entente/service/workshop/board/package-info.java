/** What the cases of the groups amount to: verdicts, spread, gaps, agreements and open questions. */
@NullMarked
package entente.service.workshop.board;

import org.jspecify.annotations.NullMarked;
