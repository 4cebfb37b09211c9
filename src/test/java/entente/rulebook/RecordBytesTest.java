package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.model.rule.RuleBook;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordBytesTest {

    /** One component of each kind of value. */
    private record All(
            String plain,
            String greek,
            int whole,
            double number,
            boolean yes,
            boolean no,
            Grade grade,
            List<Optional<String>> texts,
            Map<Grade, Integer> map,
            OptionalDouble some,
            OptionalDouble none,
            LocalDate day) {}

    private static final All ALL = new All(
            "caf\u00e9",
            "\u03b1 \u2013 \u201cquoted\u201d",
            -7,
            0.1,
            true,
            false,
            Grade.HIGH,
            List.of(Optional.of("x"), Optional.empty()),
            Map.of(Grade.LOW, 1, Grade.HIGH, 2),
            OptionalDouble.of(-0.5),
            OptionalDouble.empty(),
            LocalDate.of(2018, 12, 31));

    @Test
    void valuesAreReadAsWritten() {
        assertThat(RecordBytes.read(RecordBytes.write(ALL), All.class)).isEqualTo(ALL);
        for (LoadedRuleBook loaded : Shipped.books()) {
            assertThat(RecordBytes.read(RecordBytes.write(loaded.book()), RuleBook.class))
                    .isEqualTo(loaded.book());
            TruthTables tables = RecordBytes.read(RecordBytes.write(loaded.tables()), TruthTables.class);
            assertThat(Arrays.deepEquals(tables.masks(), loaded.tables().masks()))
                    .isTrue();
            assertThat(Arrays.deepEquals(tables.indicators(), loaded.tables().indicators()))
                    .isTrue();
        }
    }

    /** So that no result depends on the order of members in a file. */
    @Test
    void mapsAreInTheOrderOfTheirKeys() {
        Map<Grade, Integer> reversed = new LinkedHashMap<>();
        reversed.put(Grade.HIGH, 2);
        reversed.put(Grade.LOW, 1);
        All other = new All("", "", 0, 0, true, true, Grade.LOW, List.of(), reversed, ALL.some, ALL.none, ALL.day);
        assertThat(RecordBytes.read(RecordBytes.write(other), All.class).map())
                .containsExactly(Map.entry(Grade.LOW, 1), Map.entry(Grade.HIGH, 2));
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        byte[] bytes = RecordBytes.write(ALL);
        refused(changed(bytes, "plain greek", "greek plain"));
        refused(changed(bytes, "VERY_LOW LOW", "LOW VERY_LOW"));
        refused(changed(bytes, "$All ", "$Alp "));
        refused(Arrays.copyOf(bytes, bytes.length - 1));
        refused(new byte[] {99});
        assertThatThrownBy(() -> RecordBytes.read(bytes, RuleBook.class)).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] changed(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> RecordBytes.read(bytes, All.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("compiled by another version");
    }
}
