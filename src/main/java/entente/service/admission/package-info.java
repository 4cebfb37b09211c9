/** Bounded evaluation: concurrency limits, waiting queues, deadlines and load shedding. */
@NullMarked
package entente.service.admission;

import org.jspecify.annotations.NullMarked;
