/** The endpoints of workshops and the JSON of their results. */
@NullMarked
package entente.service.workshop.http;

import org.jspecify.annotations.NullMarked;
