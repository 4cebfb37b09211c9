/** Guards that were taken out one at a time, and the tests that go red without them. */
@NullMarked
package entente.breaks;

import org.jspecify.annotations.NullMarked;
