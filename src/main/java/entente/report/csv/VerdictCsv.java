package entente.report.csv;

import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Verdicts as CSV: text quoted, numbers unquoted, no cell that a spreadsheet would evaluate as a formula. */
public final class VerdictCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "as_of",
            "horizon_years",
            "percent",
            "band",
            "term",
            "low_percent",
            "high_percent",
            "bands",
            "relationship",
            "relationships",
            "commitment",
            "flags",
            "confidence",
            "coverage",
            "source_grade",
            "age",
            "robustness",
            "scenario_sha256",
            "rules_version",
            "rules_sha256",
            "engine");
    private static final String RUNS_AS_FORMULA = "=+-@\t\r";

    private VerdictCsv() {}

    public static String write(List<Assessment> assessments, LikelihoodScale scale) {
        return print(COLUMNS, assessments.stream().map(a -> cells(a, scale)).toList());
    }

    /** The line with the names of the columns. */
    public static String head() {
        return print(COLUMNS, List.of());
    }

    /** The line of one assessment. */
    public static String row(Assessment assessment, LikelihoodScale scale) {
        return lines(List.of(cells(assessment, scale)));
    }

    /** A head and rows of cells: text that went through {@link #text}, numbers as numbers. */
    static String print(List<String> columns, List<List<Object>> rows) {
        return lines(List.of(columns)) + lines(rows);
    }

    private static String lines(List<? extends List<?>> rows) {
        StringWriter out = new StringWriter();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (List<?> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString();
    }

    private static List<Object> cells(Assessment assessment, LikelihoodScale scale) {
        var scenario = assessment.scenario();
        Verdict verdict = assessment.verdict();
        Confidence confidence = assessment.confidence();
        return List.of(
                text(scenario.id()),
                text(scenario.title()),
                scenario.asOf().map(Object::toString).orElse(""),
                scenario.horizonYears(),
                number(verdict.likelihood()),
                verdict.likelihood().band().name(),
                scale.term(verdict.likelihood()).term(),
                number(verdict.interval().low()),
                number(verdict.interval().high()),
                names(verdict.interval().bands()),
                verdict.relationship().map(Enum::name).orElse(""),
                names(verdict.relationships()),
                verdict.commitment().name(),
                names(verdict.flags().stream().sorted().toList()),
                confidence.level().name(),
                number(confidence.coverage()),
                number(confidence.sourceGrade()),
                number(confidence.age()),
                number(confidence.robustness()),
                scenario.sha256(),
                text(assessment.provenance().rulesVersion()),
                assessment.provenance().rulesSha256(),
                assessment.provenance().engine());
    }

    static String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static BigDecimal number(Percent percent) {
        return number(percent.value());
    }

    static BigDecimal number(double value) {
        return new BigDecimal(Numbers.plain(value));
    }

    /** Untrusted text as a cell that no spreadsheet evaluates. */
    static String text(String cell) {
        return !cell.isEmpty() && RUNS_AS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
