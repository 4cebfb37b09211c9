package entente.cli;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.csv.CsvTable;
import entente.report.csv.VerdictCsv;
import entente.report.form.TextStyle;
import entente.report.json.AssessmentJson;
import entente.report.text.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes several assessments incrementally; without assessments the output is empty. */
abstract class AssessmentList {

    private int count;

    /** Output for the next assessment; empty if the format needs all of them first. */
    String next(Assessment assessment) {
        count++;
        return append(assessment, count == 1);
    }

    /** Output after the last assessment. */
    String end() {
        return count == 0 ? "" : closing();
    }

    abstract String append(Assessment assessment, boolean first);

    String closing() {
        return "";
    }

    static AssessmentList of(AssessCommand.Format format, LikelihoodScale scale, TextStyle style) {
        AssessmentJson json = new AssessmentJson(scale);
        return switch (format) {
            case JSON -> json(json);
            case NDJSON -> rows("", a -> json.line(a) + "\n");
            case CSV -> {
                CsvTable<Assessment> table = VerdictCsv.table(scale);
                yield rows(table.header(), table::line);
            }
            case MD -> rows(VerdictTable.MARKDOWN_HEAD, a -> VerdictTable.markdownRow(a, scale));
            case TEXT -> table(scale, style);
        };
    }

    private static AssessmentList json(AssessmentJson json) {
        return new AssessmentList() {
            @Override
            String append(Assessment assessment, boolean first) {
                return (first ? "[\n" : ",\n") + json.pretty(assessment).strip();
            }

            @Override
            String closing() {
                return "\n]\n";
            }
        };
    }

    private static AssessmentList rows(String head, Function<Assessment, String> row) {
        return new AssessmentList() {
            @Override
            String append(Assessment assessment, boolean first) {
                return (first ? head : "") + row.apply(assessment);
            }
        };
    }

    /** Column widths depend on all rows; rows are kept because assessments are large. */
    private static AssessmentList table(LikelihoodScale scale, TextStyle style) {
        List<VerdictTable.Row> rows = new ArrayList<>();
        return new AssessmentList() {
            @Override
            String append(Assessment assessment, boolean first) {
                rows.add(VerdictTable.row(assessment, scale));
                return "";
            }

            @Override
            String closing() {
                return VerdictTable.text(rows, style);
            }
        };
    }
}
