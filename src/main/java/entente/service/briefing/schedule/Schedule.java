package entente.service.briefing.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A schedule as it is stored.
 *
 * @param since only later times are due
 */
public record Schedule(
        UUID id,

        @Described(value = "Rises with every change.", kind = Kind.FROM_ONE)
        int revision,

        @Described("Who last changed it; local without accounts.")
        String author,

        @JsonUnwrapped Definition definition,
        @JsonIgnore Instant since) {

    /** Maximum length of a name. */
    public static final int MAX_NAME = 120;

    /** What is published when, and for whom. */
    public record Definition(
            String name,

            @Described("Id of a scenario, or a file or folder below that of the scenarios.")
            String scenario,

            @Described("Minute, hour, day of month, month, day of week.")
            String cron,

            @Described("Id of a region, or UTC.") String timeZone,
            List<BriefingMedium> formats,
            @Described("Addresses of mail and webhooks.") List<String> targets,

            @Described("Whether an edition is published only if something has changed since the one before.")
            boolean ifChanged,

            @Described(
                    "Whether an edition is published only if the likelihood has crossed the lower limit of this band.")
            Optional<Band> ifCrosses) {

        public ScheduleTimes times() {
            return ScheduleTimes.of(cron, timeZone);
        }
    }
}
