/** Background jobs: queued in the archive, run by any instance, observed and cancelled. */
@NullMarked
package entente.service.jobs;

import org.jspecify.annotations.NullMarked;
