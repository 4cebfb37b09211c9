package entente.cli;

import entente.model.Problem;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.report.json.ProblemJson;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "validate", description = "Validate scenarios and list all problems.")
final class ValidateCommand extends BaseCommand {

    /** Code of the warning that another file has the same id. */
    static final String SAME_ID = "SAME_ID";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|ID|-",
            description = "Scenario files, folders, ids of shipped scenarios, or standard input.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioInputs scenarios = new ScenarioInputs(this, reader(book), ScenarioOverrides.NONE);
        List<ProblemJson.InputReport> reports = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (Input input : inputs(names)) {
            ScenarioResult result = scenarios.result(input).orElse(null);
            if (result instanceof ScenarioResult.Accepted accepted) {
                List<Problem> warnings = new ArrayList<>(ScenarioInputs.warnings(accepted, book.book()));
                String id = accepted.scenario().id();
                Optional.ofNullable(ids.putIfAbsent(id, input.displayName()))
                        .ifPresent(other -> warnings.add(Problem.of(
                                "#/id", SAME_ID, "The scenario in " + other + " has the id " + id + " as well.")));
                reports.add(new ProblemJson.InputReport(input.name(), List.of(), warnings));
                if (!format.json()) {
                    out().print(input.displayName() + ": " + summary(accepted.scenario()) + "\n");
                    ScenarioInputs.warningLines(warnings).forEach(line -> out().print("  " + line + "\n"));
                }
            } else if (result instanceof ScenarioResult.Refused refused) {
                reports.add(new ProblemJson.InputReport(input.name(), refused.problems()));
                if (!format.json()) {
                    printDiagnostic(ProblemText.of(input.displayName(), refused.problems(), "not assessed"));
                }
            }
        }
        if (format.json()) {
            out().print(ProblemJson.DOCUMENT.pretty(reports));
        }
        return scenarios.code();
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
