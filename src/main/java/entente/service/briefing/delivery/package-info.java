/** Deliveries of editions by mail and webhook: where to, when again, and what was acknowledged. */
@NullMarked
package entente.service.briefing.delivery;

import org.jspecify.annotations.NullMarked;
