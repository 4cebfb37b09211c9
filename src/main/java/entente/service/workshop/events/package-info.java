/** Server-sent events: tells the pages of a workshop that it has changed. */
@NullMarked
package entente.service.workshop.events;

import org.jspecify.annotations.NullMarked;
