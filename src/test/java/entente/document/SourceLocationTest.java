package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Node.ListNode;
import entente.document.Node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every value has its line and column, both from 1, in JSON and YAML. */
class SourceLocationTest {

    private static Map<String, String> locations(String text, boolean yaml) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Document document =
                yaml ? Documents.yaml(bytes, DocumentLimits.BOOK) : Documents.json(bytes, DocumentLimits.SCENARIO);
        assertThat(document.problems()).isEmpty();
        Map<String, String> locations = new TreeMap<>();
        collect(document.root().orElseThrow(), "#", locations);
        return locations;
    }

    private static void collect(Node node, String at, Map<String, String> locations) {
        locations.put(at, node.location().line() + ":" + node.location().column());
        if (node instanceof ObjectNode object) {
            object.members().forEach((name, value) -> collect(value, Position.below(at, name), locations));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(list.items().get(i), at + "/" + i, locations);
            }
        }
    }

    @Test
    void locatesJsonValues() {
        assertThat(locations("{\"a\": 1,\n \"b\":\n  [true,\n\tnull, \"x\"],\n\"c\": {}}", false))
                .isEqualTo(Map.of(
                        "#", "1:1", "#/a", "1:7", "#/b", "3:3", "#/b/0", "3:4", "#/b/1", "4:2", "#/b/2", "4:8", "#/c",
                        "5:6"));
    }

    @Test
    void countsEachLineEndOnce() {
        Map<String, String> expected = Map.of("#", "1:1", "#/a", "2:6", "#/b", "3:6");
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(locations("{" + end + "\"a\": 1," + end + "\"b\": 2}", false))
                    .isEqualTo(expected);
        }
    }

    @Test
    void columnsCountCharactersWithoutByteOrderMark() {
        assertThat(locations("\uFEFF{\"é中\": [\"ж\", 7]}", false))
                .isEqualTo(Map.of("#", "1:1", "#/é中", "1:8", "#/é中/0", "1:9", "#/é中/1", "1:14"));
    }

    @Test
    void locatesYamlValues() {
        assertThat(locations("# one\na: 1\nb:\n  - x\n  - {c: \"y\"}\n", true))
                .isEqualTo(Map.of(
                        "#", "2:1", "#/a", "2:4", "#/b", "4:3", "#/b/0", "4:5", "#/b/1", "5:5", "#/b/1/c", "5:9"));
    }

    @Test
    void locatesSyntaxErrors() {
        assertThat(broken("{\n  \"a\": 1\n  \"b\": 2\n}")).isEqualTo("3:3");
        assertThat(broken("{}\n {}")).isEqualTo("2:2");
        assertThat(broken("{\"a\": [1, 2")).isEqualTo("1:12");
        assertThat(Documents.json(new byte[] {'{', '\n', ' ', (byte) 0xE9, '}'}, DocumentLimits.SCENARIO)
                        .problems())
                .singleElement()
                .matches(p -> p.line() == 2 && p.column() == 2);
    }

    private static String broken(String text) {
        Document document = Documents.json(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO);
        assertThat(document.root()).isEmpty();
        assertThat(document.problems()).hasSize(1);
        return document.problems().get(0).line() + ":"
                + document.problems().get(0).column();
    }
}
