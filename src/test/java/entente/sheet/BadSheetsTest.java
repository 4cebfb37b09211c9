package entente.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.sheet.BadWorkbooks.BadSheet;
import entente.testkit.Shipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spreadsheets with one fault each are refused with exactly their problems. */
class BadSheetsTest {

    static List<BadSheet> sheets() {
        return Stream.concat(BadWorkbooks.all().stream(), BadCsv.all().stream()).toList();
    }

    @Test
    void bothFormsAreCovered() {
        assertThat(sheets()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(sheets()).map(BadSheet::toString).doesNotHaveDuplicates();
    }

    @Test
    void sheetWithoutFaultIsAccepted() {
        ScenarioResult result = read(TestWorkbook.valid().bytes(), SheetFormat.XLSX);
        assertThat(result).isInstanceOf(ScenarioResult.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyProblemNamesItsCell(BadSheet bad) {
        ScenarioResult result = read(bad.bytes(), bad.format());
        assertThat(result).isInstanceOf(ScenarioResult.Refused.class);
        assertThat(((ScenarioResult.Refused) result).problems())
                .allMatch(problem -> problem.line() == 0 && problem.column() == 0)
                .map(problem -> problem.code() + " " + problem.cell().orElse(problem.pointer()))
                .isEqualTo(bad.expected());
    }

    private static ScenarioResult read(byte[] bytes, SheetFormat format) {
        return SheetReader.read(bytes, format, Shipped.READER, Shipped.SHELF, ScenarioOverrides.NONE);
    }
}
