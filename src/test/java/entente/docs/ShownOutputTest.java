package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputTest {

    private static final List<String> OUTPUT =
            List.of("title", "rules (0123abcd)", "12.1 percent", "rows", "more rows", "end at noon today");

    @Test
    void omittedLinesAndDigestsMayDiffer() {
        assertThat(ShownOutput.difference(List.of("…", "rules (ffffffff)", "12.1 percent", "…"), OUTPUT))
                .isEmpty();
        assertThat(ShownOutput.difference(List.of("title", "…", "end at … today"), OUTPUT))
                .isEmpty();
        assertThat(ShownOutput.difference(List.of("etag: 01234567…"), List.of("etag: " + "8".repeat(64))))
                .isEmpty();
    }

    @Test
    void differenceNamesTheFirstLineAndShowsTheOutput() {
        assertThat(ShownOutput.difference(List.of("title", "rules", "…"), OUTPUT))
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("line 2 of the block is not in the output: rules\n    2 + rules (0"));
        assertThat(ShownOutput.difference(List.of("title"), OUTPUT))
                .hasValueSatisfying(
                        told -> assertThat(told).contains("continues").contains("    2 + rules"));
        assertThat(ShownOutput.difference(List.of("…", "rows", "more rows", "end"), OUTPUT))
                .isPresent();
        assertThat(ShownOutput.difference(List.of("etag: 01234567…"), List.of("etag: none")))
                .isPresent();
    }

    @Test
    void rewritingKeepsWhatWasOmitted() {
        assertThat(ShownOutput.rewritten(
                        List.of("…", "rules (ffffffff)", "12.4 percent", "…", "end at … tomorrow"), OUTPUT))
                .containsExactly("…", "rules (ffffffff)", "12.1 percent", "…", "end at … today");
        assertThat(ShownOutput.rewritten(List.of("title", "12.1 percent", "…"), OUTPUT))
                .containsExactly("title", "rules (0123abcd)", "12.1 percent", "…");
        assertThat(ShownOutput.rewritten(List.of("title", "gone entirely", "…"), OUTPUT))
                .containsExactly("title", "gone entirely", "…");
        assertThat(ShownOutput.rewritten(List.of("title", "gone entirely"), OUTPUT))
                .isEqualTo(OUTPUT);
    }
}
