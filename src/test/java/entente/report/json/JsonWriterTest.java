package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same value is written as the same text in every process. */
class JsonWriterTest {

    private static List<String> names(Map<String, Object> members) {
        return JsonWriter.write(members)
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.substring(3, 4))
                .toList();
    }

    @Test
    void unorderedMapIsWrittenSortedByName() {
        List<String> letters = List.of("q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "a", "s", "d", "f");
        Map<String, Object> none =
                Map.copyOf(letters.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
        assertThat(names(none)).isSorted().hasSize(letters.size());
    }

    @Test
    void orderedMapKeepsItsOrder() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("b", 1);
        given.put("c", 2);
        given.put("a", 3);
        assertThat(names(given)).containsExactly("b", "c", "a");
    }
}
