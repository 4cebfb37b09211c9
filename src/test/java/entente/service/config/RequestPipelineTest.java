package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document describes the stages of a request in the order in which they are registered. */
class RequestPipelineTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([\\w.]+)` \\|");

    @Test
    void documentedTableMatchesTheStages() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("src/docs/architecture.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        List<Class<?>> stages = RequestPipeline.STAGES;
        assertThat(rows).hasSameSizeAs(stages);
        for (int i = 0; i < stages.size(); i++) {
            String name = stages.get(i).getName();
            assertThat(rows.get(i))
                    .isEqualTo((i + 1) + " "
                            + (name.startsWith("entente.")
                                    ? name.substring("entente.service.".length())
                                    : stages.get(i).getSimpleName()));
        }
    }
}
