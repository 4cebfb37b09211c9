package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Input;
import entente.cli.io.InputFile;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.report.json.ProblemJson;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "validate", description = "Validate scenarios and list all problems.")
final class ValidateCommand extends BaseCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", description = "Scenario files, folders, or standard input.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private TextOrJson format = new TextOrJson();

    ValidateCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        List<ProblemJson.Report> reports = new ArrayList<>();
        int good = 0;
        int missing = 0;
        int bad = 0;
        for (Input input : Inputs.of(names, terminal(), home()).all()) {
            InputFile.Content content = input.read();
            if (content.bytes().isEmpty()) {
                missing++;
                printDiagnostic(input.missingMessage(content));
                continue;
            }
            ScenarioResult result = reader.read(content.bytes().get(), input.parents());
            if (result instanceof ScenarioResult.Accepted accepted) {
                good++;
                reports.add(new ProblemJson.Report(input.name(), List.of()));
                if (!format.json()) {
                    out().print(input.displayName() + ": " + summary(accepted.scenario()) + "\n");
                }
            } else if (result instanceof ScenarioResult.Refused refused) {
                bad++;
                reports.add(new ProblemJson.Report(input.name(), refused.problems()));
                if (!format.json()) {
                    printDiagnostic(ScenarioInputs.format(input.displayName(), refused.problems()));
                }
            }
        }
        if (format.json()) {
            out().print(ProblemJson.write(reports));
        }
        if (missing == 0 && bad == 0) {
            return ExitCode.SUCCESS;
        }
        boolean mixed = good > 0 || (missing > 0 && bad > 0);
        return mixed ? ExitCode.PARTIAL : missing > 0 ? ExitCode.NO_INPUT : ExitCode.INPUT_INVALID;
    }

    private static String summary(Scenario scenario) {
        List<Reading> readings = List.copyOf(scenario.readings().values());
        long known = count(readings, ReadingStatus.KNOWN);
        long assumed = count(readings, ReadingStatus.ASSUMED);
        long inherited =
                readings.stream().filter(r -> r.inheritedFrom().isPresent()).count();
        return "valid; " + known + " readings known, " + assumed + " assumed, " + count(readings, ReadingStatus.UNKNOWN)
                + " unknown" + (inherited > 0 ? "; " + inherited + " inherited" : "");
    }

    private static long count(List<Reading> readings, ReadingStatus status) {
        return readings.stream().filter(r -> r.status() == status).count();
    }
}
