/** Briefings over HTTP: editions with their track record; schedules that publish them, and deliveries by mail and webhook. */
@NullMarked
package entente.service.briefing;

import org.jspecify.annotations.NullMarked;
