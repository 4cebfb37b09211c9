package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.usage.ReportFormat;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.report.form.Answer;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "indicators", description = "List all indicators or those with a word, or show one with its scale.")
final class IndicatorsCommand extends BaseCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID|WORD",
            description =
                    "One indicator, with cut points, anchors and notes; or a part of the ids, labels or groups to list.")
    private @Nullable String id;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Override
    ExitCode run() throws Exception {
        Catalogue catalogue = book().book().catalogue();
        String wanted = id;
        List<Indicator> one =
                wanted == null ? List.of() : catalogue.find(wanted).stream().toList();
        List<Indicator> shown =
                wanted == null ? catalogue.indicators() : one.isEmpty() ? found(wanted, catalogue) : one;
        Function<List<Indicator>, Answer> report = list -> wanted == null
                ? Answers.indicators(catalogue)
                : one.isEmpty()
                        ? Answers.found(list, Text.printable(wanted), catalogue)
                        : Answers.indicator(list.get(0), catalogue, Map.of());
        out().print(format.render(shown, ResultDocuments.INDICATORS, report, style()));
        return ExitCode.SUCCESS;
    }

    /** The indicators whose id, labels or group contain a word. */
    private static List<Indicator> found(String word, Catalogue catalogue) {
        List<Indicator> found = catalogue.indicators().stream()
                .filter(indicator -> Stream.of(
                                indicator.id(),
                                indicator.label(),
                                indicator.shortLabel(),
                                indicator.group(),
                                catalogue.group(indicator.group()).label())
                        .anyMatch(name -> Suggestion.contains(name, word)))
                .toList();
        if (found.isEmpty()) {
            throw CliException.unknown("indicator " + Text.printable(word), word, catalogue.idsLike(word));
        }
        return found;
    }
}
