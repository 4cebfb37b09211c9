/** The endpoints and the page of schedules and deliveries. */
@NullMarked
package entente.service.briefing.http;

import org.jspecify.annotations.NullMarked;
