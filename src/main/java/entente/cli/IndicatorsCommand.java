package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.report.json.CatalogueJson;
import entente.report.question.CatalogueReport;
import java.util.List;
import java.util.Optional;
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
        if (wanted == null) {
            out().print(format.render(
                    () -> CatalogueReport.list(catalogue), () -> CatalogueJson.write(catalogue.indicators()), style()));
            return ExitCode.SUCCESS;
        }
        Optional<Indicator> indicator = catalogue.find(wanted);
        if (indicator.isEmpty()) {
            List<String> ids =
                    catalogue.indicators().stream().map(Indicator::id).toList();
            throw CliException.unknown("indicator " + wanted, wanted, ids);
        }
        out().print(format.render(
                () -> CatalogueReport.one(indicator.get(), catalogue),
                () -> CatalogueJson.write(List.of(indicator.get())),
                style()));
        return ExitCode.SUCCESS;
    }
}
