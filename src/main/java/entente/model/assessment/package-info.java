/** The result for one scenario: verdict, points, interval, confidence and the ledger of every rule. */
@NullMarked
package entente.model.assessment;

import org.jspecify.annotations.NullMarked;
