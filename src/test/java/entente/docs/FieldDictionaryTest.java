package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.csv.BacktestCsv;
import entente.report.csv.CsvTable;
import entente.report.csv.SensitivityCsv;
import entente.report.csv.SeriesCsv;
import entente.report.csv.VerdictCsv;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import entente.service.api.ServiceDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The dictionary of fields is generated from the declarations; {@code -Dentente.golden=write} rewrites it. */
class FieldDictionaryTest {

    private static final Path PAGE = Path.of("src", "docs", "columns.md");

    private final Map<String, Form<?>> forms = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @Test
    void dictionaryMatchesDeclarations() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("entente.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
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
        return List.of(
                VerdictCsv.table(LikelihoodScale.ICD203), SensitivityCsv.TABLE, SeriesCsv.TABLE, BacktestCsv.TABLE);
    }

    private String page() {
        StringBuilder md = new StringBuilder("# Columns and fields\n\n"
                + "Generated from the declarations in `report.csv`, `report.json` and `service.api`.\n"
                + "Numbers have a decimal point, no exponent and no trailing zeros. Percentages are percentages, not shares.\n"
                + "`entente schema NAME` prints the JSON Schema of a document, `/api/v1/openapi.json` those of the service.\n\n"
                + "## CSV\n\nText is quoted, numbers are not; several values in a cell are separated by blanks.\n");
        for (CsvTable<?> table : tables()) {
            md.append("\n### `entente ")
                    .append(table.name())
                    .append(" --format csv`\n\n")
                    .append(table.rows());
            md.append("\n\n| column | meaning |\n|---|---|\n");
            table.columns().forEach(column -> row(md, "`" + column.name() + "`", column.description()));
        }
        md.append("\n## JSON documents\n\n| document | type | content |\n|---|---|---|\n");
        ResultDocuments.ALL.forEach(document -> document(md, document));
        ServiceDocuments.ALL.forEach(document -> document(md, document));
        md.append(
                "\n## JSON objects\n\nA field is always present unless marked optional (absent) or nullable (null).\n");
        forms.values().forEach(form -> form(md, form));
        return md.toString();
    }

    private static void row(StringBuilder md, String... cells) {
        md.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void document(StringBuilder md, ResultDocument<?> document) {
        row(md, "`" + document.name() + "`", document.type().label(), document.description());
        document.type().forms().forEach(this::collect);
    }

    private void collect(Form<?> form) {
        if (forms.putIfAbsent(form.name(), form) == null) {
            form.fields().forEach(field -> field.type().forms().forEach(this::collect));
        }
    }

    private static void form(StringBuilder md, Form<?> form) {
        md.append("\n### ").append(form.name()).append("\n\n");
        if (!form.description().isEmpty()) {
            md.append(form.description()).append("\n\n");
        }
        md.append("| field | type | meaning |\n|---|---|---|\n");
        form.fields().forEach(field -> {
            String presence = switch (field.presence()) {
                case REQUIRED -> "";
                case OPTIONAL -> ", optional";
                case NULLABLE -> ", nullable";
            };
            row(md, "`" + field.name() + "`", field.type().label() + presence, field.description());
        });
    }
}
