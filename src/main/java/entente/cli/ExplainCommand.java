package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.model.assessment.Assessment;
import entente.report.json.ExplanationJson;
import entente.report.question.LedgerReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Print the ledger of a scenario: rules that fired, rules that did not, and by what margin.")
final class ExplainCommand extends BaseCommand {

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    @Option(names = "--rule", paramLabel = "ID", description = "Only this rule, with its complete card.")
    private @Nullable String rule;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private ScenarioChanges changes = new ScenarioChanges();

    ExplainCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        if (rule != null && book.book().find(rule).isEmpty()) {
            throw new CliException(ExitCode.USAGE, RulesCommand.noSuchRule(rule, book.book()));
        }
        Inputs inputs = Inputs.one(name, terminal(), home());
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        ScenarioInputs scenarios = ScenarioInputs.scenarios(this, inputs, reader, changes.overrides());
        for (ScenarioInputs.NamedScenario named : scenarios.accepted()) {
            Assessment assessment = new Assessor(book).assess(named.scenario());
            Optional<String> one = Optional.ofNullable(rule);
            out().print(format.render(
                            () -> one.map(id -> LedgerReport.of(assessment, id))
                                    .orElseGet(() -> LedgerReport.of(assessment)),
                            () -> ExplanationJson.write(assessment, one), style()));
        }
        return scenarios.code();
    }
}
