package entente.service;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.Evaluations.Weight;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many are taken in hand. */
class AdmissionTest {

    private static int taken(Admission admission, Weight weight) {
        int taken = 0;
        while (!admission.full(weight)) {
            assertThat(admission.enter(weight)).isTrue();
            taken++;
        }
        assertThat(admission.enter(weight)).isFalse();
        assertThat(admission.inHand(weight)).isEqualTo(taken);
        return taken;
    }

    @Test
    void thereIsRoomForAsManyAsHavePlacesAndFitInLine() {
        Admission admission = new Admission(Bounds.of(4));
        assertThat(taken(admission, Weight.LIGHT)).isEqualTo(4 + 16);
        assertThat(taken(admission, Weight.HEAVY)).isEqualTo(3 + 8);
        admission.leave(Weight.LIGHT);
        assertThat(admission.enter(Weight.LIGHT)).isTrue();
        assertThat(admission.enter(Weight.LIGHT)).isFalse();
        assertThat(admission.enter(Weight.HEAVY)).isFalse();
    }

    @Test
    void withoutALineThereAreThePlaces() {
        Bounds none = new Bounds(4, 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(taken(new Admission(none), Weight.LIGHT)).isEqualTo(4);
        assertThat(taken(new Admission(none), Weight.HEAVY)).isEqualTo(3);
    }
}
