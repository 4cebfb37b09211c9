package entente.cli;

import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.form.TextStyle;
import entente.report.json.ResultDocument;
import entente.report.media.ReportRenderer;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The output format option of commands whose result is a report or JSON. */
final class ReportFormat {

    enum Format {
        TEXT,
        JSON,
        MD,
        HTML
    }

    /** The formats of a result that is a table as well. */
    enum TableFormat {
        TEXT,
        JSON,
        CSV,
        MD,
        HTML;

        <T> String render(
                T result,
                Function<T, String> json,
                Function<T, String> csv,
                Function<T, ? extends Answer> report,
                TextStyle style) {
            return switch (this) {
                case JSON -> json.apply(result);
                case CSV -> csv.apply(result);
                case TEXT, MD, HTML -> ReportRenderer.render(report.apply(result), Medium.valueOf(name()), style);
            };
        }
    }

    static final class TextOrJson {

        enum DataFormat {
            TEXT,
            JSON
        }

        @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
        private DataFormat format = DataFormat.TEXT;

        boolean json() {
            return format == DataFormat.JSON;
        }
    }

    static final class WithCsv {

        @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, csv, md or html. Default: text.")
        private TableFormat format = TableFormat.TEXT;

        <T> String render(
                T result,
                Function<T, String> json,
                Function<T, String> csv,
                Function<T, ? extends Answer> report,
                TextStyle style) {
            return format.render(result, json, csv, report, style);
        }
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, md or html. Default: text.")
    private Format format = Format.TEXT;

    <T> String render(T result, ResultDocument<T> json, Function<T, ? extends Answer> report, TextStyle style) {
        return format == Format.JSON
                ? json.pretty(result)
                : ReportRenderer.render(report.apply(result), Medium.valueOf(format.name()), style);
    }
}
