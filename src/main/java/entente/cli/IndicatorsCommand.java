package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.report.form.Report;
import entente.report.json.CatalogueJson;
import entente.report.question.CatalogueReport;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "indicators", description = "List all indicators, or show one with its scale.")
final class IndicatorsCommand extends BaseCommand {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One indicator, with cut points, anchors and notes.")
    private @Nullable String id;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Override
    ExitCode run() throws Exception {
        Catalogue catalogue = book().book().catalogue();
        String wanted = id;
        List<Indicator> all = catalogue.indicators();
        List<Indicator> shown = wanted == null
                ? all
                : List.of(catalogue
                        .find(wanted)
                        .orElseThrow(
                                () -> CliException.unknown("indicator " + wanted, wanted, catalogue.idsLike(wanted))));
        Function<List<Indicator>, Report> report =
                list -> wanted == null ? CatalogueReport.list(catalogue) : CatalogueReport.one(list.get(0), catalogue);
        out().print(format.render(shown, CatalogueJson.DOCUMENT, report, style()));
        return ExitCode.SUCCESS;
    }
}
