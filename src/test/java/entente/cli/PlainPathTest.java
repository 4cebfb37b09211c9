package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.media.AssessmentMedia;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An assessment without options, or with a format in a word of its own, bypasses the parser; the output must be the same. */
class PlainPathTest {

    static Stream<List<Object>> inputs() {
        return Stream.of(
                List.of(Invocation.BASELINE),
                List.of(Invocation.BASELINE, Invocation.BASELINE),
                List.of(Shipped.SCENARIOS),
                List.of("nowhere.json"),
                List.of(""),
                List.of(BadFilesTest.BAD.resolve("several-faults.json")),
                List.of(BadFilesTest.BAD.resolve("empty.json"), Invocation.BASELINE, "nowhere.json"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void outputIsTheSameWithAndWithoutTheParser(List<Object> inputs) {
        List<Object> plain = Stream.concat(Stream.of("assess"), inputs.stream()).toList();
        assertThat(Invocation.of(plain.toArray())).isEqualTo(with(plain, "--format=text"));
        for (String format : AssessmentMedia.STANDARD.names()) {
            assertThat(with(plain, "--format", format)).as(format).isEqualTo(with(plain, "--format=" + format));
        }
    }

    @Test
    void otherFormatsAndPlacesAreLeftToTheParser() {
        for (List<Object> words : List.<List<Object>>of(
                List.of("assess", "--format"),
                List.of("assess", "--format", "json"),
                List.of("assess", Invocation.BASELINE, "--format"),
                List.of("assess", Invocation.BASELINE, "--format", "prose"),
                List.of("--format", "json", "assess", Invocation.BASELINE),
                List.of("assess", Invocation.BASELINE, "--format", "md", "--format", "json"))) {
            Invocation refused = Invocation.of(words.toArray());
            assertThat(refused.code()).as(words.toString()).isEqualTo(ExitCode.USAGE.number());
            assertThat(refused.err()).contains("--help");
        }
    }

    private static Invocation with(List<Object> plain, String... options) {
        return Invocation.of(Stream.concat(plain.stream(), Stream.of(options)).toArray());
    }

    @Test
    void standardInputIsTheSameWithAndWithoutTheParser() {
        String scenario = new String(Shipped.bytes(Invocation.BASELINE), java.nio.charset.StandardCharsets.UTF_8);
        Invocation plain = Invocation.fed(scenario, "assess", "-");
        assertThat(plain).isEqualTo(Invocation.fed(scenario, "assess", "-", "--format=text"));
        assertThat(plain.out()).contains("Reproducible with:");
        assertThat(Invocation.of("assess", Invocation.BASELINE)).isEqualTo(plain);
    }

    @Test
    void proposedCommandsNameTheInput() {
        String scenario = new String(Shipped.bytes(Invocation.BASELINE), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Invocation.fed(scenario, "assess", "-", "--explain", "full").out())
                .contains("Next: ./entente explain FILE");
        assertThat(Invocation.of("assess", Invocation.BASELINE, "--explain", "full")
                        .out())
                .contains("Next: ./entente explain " + Invocation.BASELINE);
    }

    @Test
    void colourIsTheSameWithAndWithoutTheParser() {
        Invocation plain = Invocation.onTerminal("assess", Invocation.BASELINE);
        assertThat(plain.out()).contains("\u001B[");
        assertThat(plain).isEqualTo(Invocation.onTerminal("assess", Invocation.BASELINE, "--format=text"));
    }
}
