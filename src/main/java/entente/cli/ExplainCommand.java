package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.report.form.Block;
import entente.report.form.Report;
import entente.report.json.ExplanationJson;
import entente.report.question.LedgerReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only this rule, with its complete card: an id, or its sentence or a part of it.")
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
        Optional<Rule> only = Optional.ofNullable(rule).map(wanted -> RuleLookup.find(wanted, book.book()));
        List<Block> defined = only.isEmpty() ? List.of() : List.of(RuleLookup.locations(only.get(), book.book(), this));
        Inputs inputs = Inputs.one(name, terminal(), home());
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        ScenarioInputs scenarios = ScenarioInputs.scenarios(this, inputs, reader, changes.overrides());
        for (ScenarioInputs.NamedScenario named : scenarios.accepted()) {
            Assessment assessment = new Assessor(book).assess(named.scenario());
            Optional<String> id = only.map(Rule::id);
            Supplier<Report> report = only.isEmpty()
                    ? () -> LedgerReport.of(assessment)
                    : () -> LedgerReport.of(assessment, only.get().id()).with(defined);
            out().print(format.render(report, () -> ExplanationJson.write(assessment, id), style()));
        }
        return scenarios.code();
    }
}
