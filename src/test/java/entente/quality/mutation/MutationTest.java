package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.mutation.MutationRun.Fate;
import entente.quality.mutation.MutationRun.Operator;
import entente.quality.mutation.MutationRun.State;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All mutants of the rules: {@code mvn -Dgroups=mutation test}. Their fates are always written to target/mutation.txt. */
@Tag("mutation")
class MutationTest {

    /** Mutation score thresholds in percent: in total and per operator. */
    private static final double LEAST = 95;

    private static final Path EQUIVALENTS = Golden.RESOURCES.resolve("mutation").resolve("equivalent.yaml");

    /** Has the scores of a full run, with the version of the rule book that they were measured on. */
    private static final Path PAGE = Path.of("src", "docs", "rulebook-quality.md");

    private static final Pattern SCORES = Pattern.compile("The last full run was of rule book \\S+:\n\n(?:\\|.*\n)+");

    @Test
    void mutationScoreIsAboveTheThreshold() throws IOException {
        Map<String, String> listed = new YAMLMapper().readValue(EQUIVALENTS.toFile(), new TypeReference<>() {});
        List<Fate> fates = new MutationRun(listed).run();
        Files.write(
                Path.of("target", "mutation.txt"),
                fates.stream()
                        .map(fate -> fate.state() + " " + fate.mutant().id())
                        .sorted()
                        .toList());
        assertThat(named(fates, State.EQUIVALENT))
                .as("what is listed is neither found nor refused")
                .containsAll(listed.keySet());
        Map<String, List<Fate>> groups = new LinkedHashMap<>();
        for (Operator operator : Operator.values()) {
            groups.put(
                    operator.label,
                    fates.stream()
                            .filter(fate -> fate.mutant().operator() == operator)
                            .toList());
        }
        groups.put("**all that affects the verdict**", fates);
        List<String> below = new ArrayList<>();
        groups.forEach((label, some) -> {
            if (score(some) < LEAST) {
                below.add("%s: %.1f %% found, not %s".formatted(label, score(some), named(some, State.SURVIVED)));
            }
        });
        assertThat(below).isEmpty();
        Matcher scores = SCORES.matcher(Files.readString(PAGE));
        assertThat(scores.find()).as(PAGE.toString()).isTrue();
        Golden.checkExactly(
                PAGE,
                scores.replaceFirst(Matcher.quoteReplacement("The last full run was of rule book "
                        + Shipped.BOOK.book().version() + ":\n\n" + table(groups))));
    }

    private static List<String> named(List<Fate> fates, State state) {
        return fates.stream()
                .filter(fate -> fate.state() == state)
                .map(fate -> fate.mutant().id())
                .toList();
    }

    /** Percentage of killed mutants among those that load and are not equivalent; 100 if there are none. */
    private static double score(List<Fate> fates) {
        double killed = named(fates, State.KILLED).size();
        double all = killed + named(fates, State.SURVIVED).size();
        return all == 0 ? 100 : 100 * killed / all;
    }

    private static String table(Map<String, List<Fate>> groups) {
        StringBuilder table =
                new StringBuilder("| what is wrong | wrong books | refused | equivalent | found | survive | score |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|\n");
        groups.forEach((label, some) -> {
            String counts = List.of(State.REFUSED, State.EQUIVALENT, State.KILLED, State.SURVIVED).stream()
                    .map(state -> named(some, state).size() + " | ")
                    .collect(Collectors.joining());
            // The score is not rounded up: 100 % are all.
            table.append(String.format(
                    Locale.ROOT, "| %s | %d | %s%.0f %% |\n", label, some.size(), counts, Math.floor(score(some))));
        });
        return table.toString();
    }
}
