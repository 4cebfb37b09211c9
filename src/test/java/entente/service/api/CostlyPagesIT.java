package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page of another site cannot have the service work for it by links and images. */
@Timeout(120)
class CostlyPagesIT {

    private static final String BRIEFING = "/api/v1/briefings?format=md&scenarios=baseline-2018";

    @Test
    void costlyOperationsAreRefusedToOtherSites() {
        try (RunningService served = RunningService.start(Map.of())) {
            for (String site : new String[] {"cross-site", "same-site"}) {
                assertThat(status(served, BRIEFING, site)).as(site).isEqualTo(403);
                assertThat(status(served, "/api/v1/rules", site)).isEqualTo(200);
                assertThat(status(served, "/", site)).isEqualTo(200);
            }
            for (String site : new String[] {"same-origin", "none"}) {
                assertThat(status(served, BRIEFING, site)).as(site).isEqualTo(200);
            }
        }
    }

    private static int status(RunningService served, String path, String site) {
        return served.fetch(path, "Sec-Fetch-Site: " + site).status();
    }
}
