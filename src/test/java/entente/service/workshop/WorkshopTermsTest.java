package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.GroupReadings.Change;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Codes, tokens, letters and readings. */
class WorkshopTermsTest {

    @Test
    void codesAvoidAmbiguousCharacters() {
        Set<Character> used = new TreeSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String code = WorkshopCode.random(random).text();
            assertThat(code).hasSize(6);
            code.chars().forEach(c -> used.add((char) c));
        }
        assertThat(used).hasSize(32).doesNotContain('0', 'O', '1', 'I');
    }

    @Test
    void typedCodesAreNormalized() {
        assertThat(WorkshopCode.typed("k7m-42p").map(WorkshopCode::text)).contains("K7M42P");
        assertThat(WorkshopCode.typed(" K7M 42P ").map(WorkshopCode::spaced)).contains("K7M 42P");
        assertThat(List.of("K7M42", "K7M42PP", "K7M42O", "K7M42ß", "../../x", "", "K".repeat(1000)))
                .allSatisfy(text -> assertThat(WorkshopCode.typed(text)).isEmpty());
    }

    @Test
    void tokensAreLongAndNotPrinted() {
        WorkshopToken token = WorkshopToken.generate();
        assertThat(token.reveal()).matches("entw_[A-Za-z0-9_-]{43}");
        assertThat(token.toString()).doesNotContain(token.reveal());
        assertThat(WorkshopToken.of(token.reveal()).map(WorkshopToken::digest)).contains(token.digest());
        assertThat(WorkshopToken.of("entw_short")).isEmpty();
        assertThat(token.digest())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(WorkshopToken.generate().digest());
    }

    @Test
    void lettersAreUniqueInitials() {
        assertThat(WorkshopGroup.letter("Kazan", Set.of())).isEqualTo("K");
        assertThat(WorkshopGroup.letter("Kursk", Set.of("K"))).isEqualTo("KU");
        assertThat(WorkshopGroup.letter("Kursk", Set.of("K", "KU"))).isEqualTo("KR");
        assertThat(WorkshopGroup.letter("k", Set.of("K"))).isEqualTo("KA");
        assertThat(WorkshopGroup.letter("东方", Set.of())).isEqualTo("东");
        assertThat(WorkshopGroup.letter("Group A", Set.of())).isEqualTo("G");
        assertThat(WorkshopGroup.letter("Group O", Set.of("G", "GA"))).isEqualTo("GO");
        assertThat(WorkshopGroup.letter("Table 12", Set.of("T", "T1"))).isEqualTo("T12");
        assertThat(WorkshopGroup.letter("!?", Set.of())).isEqualTo("G");
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            String mark = WorkshopGroup.letter("K", taken);
            assertThat(mark).hasSizeLessThanOrEqualTo(3);
            assertThat(taken.add(mark)).isTrue();
        }
    }

    @Test
    void readingsRoundTripThroughText() {
        GroupReadings readings = GroupReadings.BASELINE.with(List.of(
                Change.to("b", OptionalDouble.of(11.1)),
                Change.to("a", OptionalDouble.empty()),
                Change.to("c", OptionalDouble.of(-1e-7)),
                Change.to("d", OptionalDouble.of(2)),
                Change.reset("d")));
        assertThat(readings.values())
                .isEqualTo(Map.of(
                        "a", OptionalDouble.empty(), "b", OptionalDouble.of(11.1), "c", OptionalDouble.of(-1e-7)));
        assertThat(GroupReadings.of(readings.text())).isEqualTo(readings);
        assertThat(GroupReadings.of("")).isEqualTo(GroupReadings.BASELINE);
        List<Change> changes = List.of(Change.reset("a"), Change.to("b", OptionalDouble.empty()));
        assertThat(GroupReadings.changes(GroupReadings.text(changes))).isEqualTo(changes);
    }
}
