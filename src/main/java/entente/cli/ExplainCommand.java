package entente.cli;

import entente.cli.usage.ReportFormat;
import entente.cli.usage.RuleLookup;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.report.csv.LedgerCsv;
import entente.report.json.ExplanationJson;
import entente.report.json.ExplanationJson.Explanation;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "explain", description = "Print the ledger: each rule, whether it fired, and by how much.")
final class ExplainCommand extends SingleScenarioCommand {

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only this rule, with its complete card: an id, or its sentence or a part of it.")
    private @Nullable String rule;

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) throws Exception {
        Optional<Rule> only = Optional.ofNullable(rule).map(wanted -> RuleLookup.find(wanted, book.book()));
        Map<String, List<String>> origin =
                only.isEmpty() ? Map.of() : RuleLookup.origin(only.get(), book, rulesFolder(), rulesName());
        return scenario -> format.render(
                new Explanation(new Assessor(book).assess(scenario), only.map(Rule::id)),
                ExplanationJson.DOCUMENT::pretty,
                explanation -> LedgerCsv.TABLE.write(LedgerCsv.rows(explanation.assessment(), explanation.rows())),
                explanation -> explanation
                        .rule()
                        .map(id -> Answers.ledgerRule(explanation.assessment(), id, origin))
                        .orElseGet(() -> Answers.ledger(explanation.assessment())),
                style());
    }
}
