/** Editions of briefings over HTTP, and their track record. */
@NullMarked
package entente.service.briefing;

import org.jspecify.annotations.NullMarked;
