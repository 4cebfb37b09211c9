/** Durable storage in H2 or PostgreSQL: assessments, idempotent responses, scenario versions, jobs. */
@NullMarked
package entente.service.archive;

import org.jspecify.annotations.NullMarked;
