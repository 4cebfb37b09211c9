package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The points of the ledger table are those of the balance: what did not fire is not added. */
@Tag("law")
class TableLawTest {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Test
    void ledgerOfEachShippedScenarioAddsUp() {
        RandomWorlds.SHIPPED.forEach(TableLawTest::addsUp);
    }

    @Test
    void ledgerOfAnyScenarioAddsUp() {
        Property.forAll(Math.min(100, Property.cases()), RandomWorlds::any, (scenario, random) -> addsUp(scenario));
    }

    private static void addsUp(Scenario scenario) {
        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        List<CSVRecord> ledger = rows(AssessmentTable.LEDGER, assessment);
        assertThat(ledger).hasSameSizeAs(assessment.ledger());
        assertThat(sum(ledger, "alliance_points"))
                .isEqualTo(assessment.balance().sum().hundredths());
        assertThat(sum(ledger, "partnership_points"))
                .isEqualTo(assessment.balance().partnership().hundredths());
        assertThat(sum(ledger, "points_if_met"))
                .isEqualTo(assessment.ledger().stream()
                        .filter(row -> !row.fired())
                        .map(row -> row.points(Question.ALLIANCE))
                        .mapToInt(Points::hundredths)
                        .sum());
        List<CSVRecord> groups = rows(AssessmentTable.GROUPS, assessment);
        assertThat(sum(groups, "alliance_points"))
                .isEqualTo(assessment.balance().sum().hundredths());
    }

    private static int sum(List<CSVRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .intValueExact();
    }

    private static List<CSVRecord> rows(AssessmentTable table, Assessment assessment) {
        String csv = table.of(LikelihoodScale.ICD203, one -> {
                    throw new UnsupportedOperationException();
                })
                .write(assessment);
        try {
            return WITH_HEADER.parse(new StringReader(csv)).getRecords();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
