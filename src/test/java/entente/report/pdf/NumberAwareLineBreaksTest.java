package entente.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberAwareLineBreaksTest {

    private static List<String> parts(String text) {
        PdfRenderer.NumberAwareLineBreaks breaks = new PdfRenderer.NumberAwareLineBreaks();
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to > from) {
                parts.add(text.substring(from, to).trim());
                from = to;
            }
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "and −0.2 from | and,−0.2,from",
                "likely (55–80) now | likely,(55–80),now",
                "US–China ties. More | US–,China,ties.,More"
            })
    void numbersAndRangesStayWhole(String text, String parts) {
        assertThat(parts(text)).containsExactly(parts.split(","));
    }
}
