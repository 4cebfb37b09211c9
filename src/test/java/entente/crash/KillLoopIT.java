package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every acknowledged request is stored exactly once and completely after kill -9. */
@Tag("thorough")
class KillLoopIT {

    private static final long SEED = Long.getLong("entente.kill.seed", 2026);

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    @Timeout(600)
    void acknowledgedRequestsAreNeitherLostNorDuplicated(KilledStores store) throws Exception {
        assertClean(store, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    @Tag("crash")
    @Timeout(3_600)
    void acknowledgedRequestsSurviveManyCycles(KilledStores store) throws Exception {
        assertClean(store, Integer.getInteger("entente.kill.cycles", 25));
    }

    private static void assertClean(KilledStores store, int cycles) throws Exception {
        KillLoop.Tally tally = KillLoop.run(store, cycles, SEED);
        assertThat(tally.clean()).as("%s, seed %d", tally, SEED).isTrue();
        assertThat(tally.acknowledged()).as("%s, seed %d", tally, SEED).isPositive();
    }
}
