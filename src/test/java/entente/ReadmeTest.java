package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Invocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what the commands print; a line of … stands for lines left out. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```\\n\\$ \\./entente ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);
    private static final String README =
            new String(Shipped.bytes(Path.of("README.md")), StandardCharsets.UTF_8).replace("\r", "");

    static Stream<List<String>> examples() {
        List<List<String>> examples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(README);
        while (blocks.find()) {
            if (!blocks.group(2).startsWith("$")) {
                examples.add(List.of(blocks.group(1), blocks.group(2)));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_readme_shows_what_the_command_prints(List<String> example) {
        Invocation run = Invocation.of((Object[]) example.get(0).split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        String printed = run.out();
        int from = 0;
        for (String part : example.get(1).split("(?m)^…\\n", -1)) {
            int at = printed.indexOf(part, from);
            assertThat(at).as("%s should go on with%n%s", printed, part).isGreaterThanOrEqualTo(from);
            from = at + part.length();
        }
        assertThat(example.get(1).endsWith("…\n") || from == printed.length())
                .as("the command prints more than is shown")
                .isTrue();
    }

    @Test
    void it_shows_the_main_command_and_what_it_answers() {
        assertThat(examples().map(example -> example.get(0))).contains("assess scenarios/baseline-2018.json");
        assertThat(README).contains("$ mvn verify");
    }
}
