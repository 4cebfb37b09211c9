package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.ProblemText;
import entente.cli.usage.ReportFormat;
import entente.model.Scenario;
import entente.quality.cases.CaseFiles;
import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageRun;
import entente.report.json.CoverageJson;
import entente.report.question.CoverageReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scoring.Assessor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "coverage",
        description =
                "Coverage of the rules by cases and scenarios: conditions that held and failed, and what is not covered.")
final class RulesCoverageCommand extends BaseCommand {

    @Option(names = "--corpus", paramLabel = "DIR", description = "Folder of scenarios. Default: the shipped ones.")
    private @Nullable String corpus;

    @Option(
            names = "--fail-under",
            paramLabel = "PERCENT",
            description = "Exit with 1 if the coverage is lower, 0 to 100.")
    private double failUnder;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Override
    ExitCode run() throws Exception {
        if (!(failUnder >= 0 && failUnder <= 100)) {
            throw CliException.usage("--fail-under must be 0 to 100, not " + failUnder + ".");
        }
        LoadedRuleBook book = book();
        CaseFiles cases = RulesTestCommand.files(this, book);
        cases.refused().forEach(file -> printDiagnostic(ProblemText.of(file.name(), file.problems(), "not counted")));
        ScenarioInputs scenarios =
                new ScenarioInputs(this, reader(book), ScenarioOverrides.NONE).readAll(corpus(corpus));
        if (scenarios.accepted().isEmpty()) {
            return scenarios.code();
        }
        List<Scenario> read = scenarios.accepted().stream()
                .map(ScenarioInputs.NamedScenario::scenario)
                .toList();
        Coverage coverage = CoverageRun.of(book.book(), new Assessor(book), cases.cases(), read);
        out().print(format.render(coverage, CoverageJson.DOCUMENT, CoverageReport::of, style()));
        if (!cases.refused().isEmpty()) {
            return ExitCode.INPUT_INVALID;
        }
        return scenarios.code().orIf(Coverage.tenths(coverage.items()) < 10 * failUnder, ExitCode.PARTIAL);
    }
}
