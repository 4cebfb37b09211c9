package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidsTest {

    private final TestClock clock = new TestClock();
    private final Uuids ids = new Uuids(clock);

    @Test
    void uuidIsVersion7WithItsTimestamp() {
        UUID id = ids.next();
        assertThat(Uuids.moment(id)).isEqualTo(clock.instant());
        assertThat(id.toString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void uuidsAscendInBurstsAndWhenTheClockGoesBackward() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (i == 10_000) {
                clock.forward(Duration.ofHours(-1));
            }
            if (i == 15_000) {
                clock.forward(Duration.ofHours(2));
            }
            made.add(ids.next());
        }
        assertThat(made).isSorted();
        assertThat(new HashSet<>(made)).hasSize(made.size());
        assertThat(Uuids.moment(made.get(19_999))).isAfterOrEqualTo(clock.instant());
    }

    @Test
    void concurrentUuidsAreUnique() throws Exception {
        HashSet<UUID> all = new HashSet<>();
        List<List<UUID>> threads = Concurrently.times(
                8, thread -> Stream.generate(ids::next).limit(1_000).toList());
        threads.forEach(made -> {
            assertThat(made).isSorted();
            all.addAll(made);
        });
        assertThat(all).hasSize(8_000);
    }
}
