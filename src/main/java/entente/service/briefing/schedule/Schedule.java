package entente.service.briefing.schedule;

import entente.briefing.BriefingMedium;
import entente.model.Band;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A schedule as it is stored.
 *
 * @param revision from 1; rises with every change
 * @param author name of the caller who last changed it
 * @param since only later times are due
 */
public record Schedule(UUID id, int revision, Definition definition, String author, Instant since) {

    /** The words of a request that states a definition. */
    public static final int MAX_NAME = 120;

    /**
     * What is published when, and for whom.
     *
     * @param name 1 to 120 characters
     * @param scenario id of a scenario, or a path below the folder of the scenarios
     * @param cron five fields
     * @param timeZone id of a region, or UTC
     * @param targets addresses, as in {@code DeliveryTarget}
     * @param ifChanged whether an edition is published only if something has changed since the one before
     * @param ifCrosses whether an edition is published only if the likelihood has crossed into or out of this band
     */
    public record Definition(
            String name,
            String scenario,
            String cron,
            String timeZone,
            List<BriefingMedium> formats,
            List<String> targets,
            boolean ifChanged,
            Optional<Band> ifCrosses) {

        public ScheduleTimes times() {
            return ScheduleTimes.of(cron, timeZone);
        }
    }
}
