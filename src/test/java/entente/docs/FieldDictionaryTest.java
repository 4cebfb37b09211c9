package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.csv.AssessmentTable;
import entente.report.csv.BacktestCsv;
import entente.report.csv.ContrastCsv;
import entente.report.csv.CsvTable;
import entente.report.csv.ExplorationCsv;
import entente.report.csv.FlipCsv;
import entente.report.csv.SensitivityCsv;
import entente.report.csv.SeriesCsv;
import entente.report.csv.TrackRecordCsv;
import entente.service.api.ApiEndpoint;
import entente.service.api.QueryParameter;
import entente.testkit.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;

/** The dictionary of fields is generated from the declarations; {@code -Dentente.golden=write} rewrites it. */
class FieldDictionaryTest {

    private static final Path PAGE = Path.of("src", "docs", "columns.md");

    /** Longer lists of allowed values, such as the spellings of the bands, are in the OpenAPI document only. */
    private static final int MAX_LISTED = 8;

    @Test
    void dictionaryMatchesDeclarations() {
        Golden.checkExactly(PAGE, page());
    }

    @Test
    void everyColumnIsDescribed() {
        for (CsvTable<?> table : tables()) {
            assertThat(table.columns())
                    .allSatisfy(column ->
                            assertThat(column.description()).as(column.name()).endsWith("."));
        }
    }

    private static List<CsvTable<?>> tables() {
        Stream<CsvTable<?>> others = Stream.of(
                SensitivityCsv.TABLE,
                ExplorationCsv.TABLE,
                FlipCsv.TABLE,
                ContrastCsv.TABLE,
                SeriesCsv.TABLE,
                BacktestCsv.TABLE,
                TrackRecordCsv.TABLE);
        return Stream.concat(Arrays.stream(AssessmentTable.values()).map(FieldDictionaryTest::table), others)
                .toList();
    }

    private static CsvTable<?> table(AssessmentTable table) {
        return table.of(LikelihoodScale.ICD203, assessment -> {
                    throw new UnsupportedOperationException();
                })
                .table();
    }

    private String page() {
        StringBuilder md = new StringBuilder(
                "# Columns and query parameters\n\n"
                        + "Generated from the declarations in `report.csv` and `service.api`.\n"
                        + "Numbers have a decimal point, no exponent and no trailing zeros. Percentages are percentages, not shares.\n"
                        + "`entente scenario schema NAME --fields` prints the fields of a JSON document, `entente scenario schema NAME` its JSON Schema,\n"
                        + "`/api/v1/openapi.json` those of the service.\n\n"
                        + "## Tables\n\n"
                        + "Written as CSV; those of `assess` also as lines of JSON, with `--format ndjson --table`. In CSV, text is "
                        + "quoted and on one line, numbers and true or false are not quoted, and an empty cell has no value; text "
                        + "that a spreadsheet would evaluate as a formula begins with an apostrophe. In JSON, every column is "
                        + "present, null without a value. A list is a text with values separated by `; `; dates are ISO 8601.\n");
        for (CsvTable<?> table : tables()) {
            md.append("\n### `entente ")
                    .append(table.name())
                    .append(" --format csv`\n\n")
                    .append(table.rows());
            md.append("\n\n| column | type | meaning |\n|---|---|---|\n");
            table.columns()
                    .forEach(column ->
                            row(md, "`" + column.name() + "`", column.type().label(), column.description()));
        }
        md.append("\n## Query parameters\n\n| parameter | of | meaning |\n|---|---|---|\n");
        List<ApiEndpoint> endpoints = endpoints();
        for (QueryParameter parameter : QueryParameter.values()) {
            row(md, "`" + parameter.parameterName() + "`", operations(endpoints, parameter), meaning(parameter));
        }
        return md.toString();
    }

    private static List<ApiEndpoint> endpoints() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("entente.service");
        return ApiEndpoint.of(beans);
    }

    private static String operations(List<ApiEndpoint> endpoints, QueryParameter parameter) {
        return endpoints.stream()
                .filter(endpoint -> List.of(endpoint.operation().query()).contains(parameter))
                .map(endpoint -> "`" + endpoint.method() + " " + endpoint.path() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String meaning(QueryParameter parameter) {
        return parameter.schema().get("enum") instanceof List<?> values && values.size() <= MAX_LISTED
                ? parameter.description() + " One of "
                        + values.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "."
                : parameter.description();
    }

    private static void row(StringBuilder md, String... cells) {
        md.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
