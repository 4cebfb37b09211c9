package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of tables, lists and charts begin with the short label; explanations have the full one. */
class ShortLabelsTest {

    private static final Catalogue CATALOGUE = Shipped.BOOK.book().catalogue();

    /** Full labels that a short one replaces, of barriers, drivers and indicators. */
    private static final Map<String, String> GROUPS = new TreeMap<>();

    private static final Map<String, String> ALL = new TreeMap<>();

    static {
        CATALOGUE.groups().forEach(group -> GROUPS.put(group.label(), group.shortLabel()));
        CATALOGUE.indicators().forEach(one -> ALL.put(Wording.label(one), one.shortLabel()));
        ALL.putAll(GROUPS);
        GROUPS.entrySet().removeIf(label -> label.getKey().startsWith(label.getValue()));
        ALL.entrySet().removeIf(label -> label.getKey().startsWith(label.getValue()));
    }

    /** Lines without the Markdown characters before the first letter. */
    private static List<String> rows(Object... command) {
        Invocation run = Invocation.of(command);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .map(line -> line.replaceFirst("^[|\\-* ]+(?:&[a-z]+; ?)*", ""))
                .toList();
    }

    private static void assertShort(Map<String, String> labels, List<String> rows) {
        assertThat(rows)
                .noneMatch(row -> labels.keySet().stream().anyMatch(row::startsWith))
                .anyMatch(row -> labels.values().stream().anyMatch(row::startsWith));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sensitivity status-quo-2025 --all",
                "flip status-quo-2025 --up --max-size 2",
                "compare baseline-2018 status-quo-2025 --all"
            })
    void rowsOfAnalysesBeginWithShortLabels(String command) {
        Object[] line = (command + " --format md").split(" ", -1);
        assertShort(ALL, rows(line));
    }

    @Test
    void factorsAndOpenReadingsBeginWithShortLabels() {
        List<String> rows = rows("assess", "status-conflict-1958", "--explain", "full", "--format", "md");
        assertThat(rows("assess", "status-quo-2025", "--explain", "full", "--format", "md"))
                .anyMatch(row -> row.startsWith("Reaction of the United States"));
        assertThat(rows).anyMatch(row -> row.startsWith("Expected severity of US reaction"));
    }
}
