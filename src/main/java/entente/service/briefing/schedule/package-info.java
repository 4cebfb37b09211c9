/** Schedules of briefings: their times, and the runs that publish editions and order their delivery. */
@NullMarked
package entente.service.briefing.schedule;

import org.jspecify.annotations.NullMarked;
