package entente.cli;

import entente.report.form.Report;
import entente.report.form.TextStyle;
import entente.report.media.ReportRenderer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The output format option of commands whose result is a report or JSON. */
final class ReportFormat {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        MD,
        HTML
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, md or html. Default: text.")
    private Format format = Format.TEXT;

    String render(Supplier<Report> report, Supplier<String> json, TextStyle style) {
        return format == Format.JSON
                ? json.get()
                : ReportRenderer.valueOf(format.name()).render(report.get(), style);
    }
}
