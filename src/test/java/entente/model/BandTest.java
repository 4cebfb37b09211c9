package entente.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandTest {

    @ParameterizedTest
    @EnumSource
    void nameAndTermDenoteTheBand(Band band) {
        for (String written : new String[] {
            band.name(),
            band.name().toLowerCase(Locale.ROOT),
            band.term(),
            band.term().replace(' ', '-'),
            " " + band.term().toUpperCase(Locale.ROOT)
        }) {
            assertThat(Band.named(written)).as(written).contains(band);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "likly", "very", "veryunlikely", "5"})
    void otherTextDenotesNoBand(String written) {
        assertThat(Band.named(written)).isEmpty();
    }

    @Test
    void everyListedSpellingIsRead() {
        assertThat(Band.spellings())
                .contains("VERY_UNLIKELY", "very_unlikely", "very unlikely", "very-unlikely")
                .doesNotHaveDuplicates()
                .allSatisfy(written -> assertThat(Band.named(written)).isPresent());
    }
}
