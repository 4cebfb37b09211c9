/** Errors of the service as problem details (RFC 9457), each type with a page of its own. */
@NullMarked
package entente.service.problem;

import org.jspecify.annotations.NullMarked;
