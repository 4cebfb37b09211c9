package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents at a limit are accepted, documents beyond it are rejected and not truncated. */
class DocumentLimitsTest {

    private static final DocumentLimits LIMITS = DocumentLimits.SCENARIO;

    private static List<String> codes(String json) {
        return Documents.json(json.getBytes(StandardCharsets.UTF_8), LIMITS).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void limitsMatchTheDocumentation() {
        assertThat(LIMITS).isEqualTo(new DocumentLimits(1_048_576, 64, 20_000, 100_000, 256, 100));
    }

    @Test
    void depth() {
        assertThat(codes(nested(64))).isEmpty();
        assertThat(codes(nested(65))).containsExactly("TOO_DEEP");
        assertThat(codes("{\"a\":".repeat(64) + "1" + "}".repeat(64))).containsExactly("TOO_DEEP");
        assertThat(codes("[".repeat(1_000_000))).containsExactly("TOO_DEEP");
    }

    @Test
    void names() {
        assertThat(codes("{\"" + "n".repeat(256) + "\": 1}")).isEmpty();
        assertThat(codes("{\"" + "n".repeat(257) + "\": 1}")).containsExactly("TOO_LONG");
    }

    @Test
    void texts() {
        assertThat(codes("[\"" + "t".repeat(100_000) + "\"]")).isEmpty();
        assertThat(codes("[\"" + "t".repeat(100_001) + "\"]")).containsExactly("TOO_LONG");
    }

    @Test
    void numbers() {
        assertThat(codes("[" + "1".repeat(100) + "]")).isEmpty();
        assertThat(codes("[" + "1".repeat(101) + ", " + "1".repeat(20_000) + "]"))
                .containsExactly("TOO_LONG", "TOO_LONG");
    }

    @Test
    void values() {
        assertThat(codes("[" + "1,".repeat(19_998) + "1]")).isEmpty();
        assertThat(codes("[" + "1,".repeat(19_999) + "1]")).containsExactly("TOO_LARGE");
    }

    @Test
    void bytes() {
        assertThat(codes("[]" + " ".repeat((1 << 20) - 2))).isEmpty();
        assertThat(codes("[]" + " ".repeat((1 << 20) - 1))).containsExactly("TOO_LARGE");
        assertThat(codes("[\"" + "é".repeat(60_000) + "\"]" + " ".repeat((1 << 20) - 120_003)))
                .containsExactly("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "[", "{a: "})
    void yamlHasTheSameDepthLimit(String nest) {
        Document deep = Documents.yaml(nest.repeat(100_000).getBytes(StandardCharsets.UTF_8), LIMITS);
        assertThat(deep.root()).isEmpty();
        assertThat(deep.problems()).hasSize(1);
    }

    @Test
    void rejectsYamlWithTooManyValues() {
        DocumentLimits few = new DocumentLimits(1000, 4, 11, 10, 10, 10);
        assertThat(Documents.yaml("- 1\n".repeat(10).getBytes(StandardCharsets.UTF_8), few)
                        .problems())
                .isEmpty();
        assertThat(Documents.yaml("- 1\n".repeat(11).getBytes(StandardCharsets.UTF_8), few)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("TOO_LARGE");
    }
}
