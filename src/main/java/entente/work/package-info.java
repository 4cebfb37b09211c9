/** Long work: queued, done by any instance of the service below what people wait for, watched and cancelled. */
@NullMarked
package entente.work;

import org.jspecify.annotations.NullMarked;
