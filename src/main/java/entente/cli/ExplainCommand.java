package entente.cli;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.report.json.ExplanationJson;
import entente.report.text.LedgerText;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        description = "Print the ledger of a scenario: rules that fired, rules that did not, and by what margin.")
final class ExplainCommand extends SingleScenarioCommand {

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only this rule, with its complete card: an id, or its sentence or a part of it.")
    private @Nullable String rule;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) throws Exception {
        Optional<Rule> only = Optional.ofNullable(rule).map(wanted -> RuleLookup.find(wanted, book.book()));
        Optional<String> id = only.map(Rule::id);
        String locations = only.isPresent() ? RuleLookup.locations(only.get(), book.book(), this) : "";
        return scenario -> {
            Assessment assessment = new Assessor(book).assess(scenario);
            return format.json()
                    ? ExplanationJson.write(assessment, id)
                    : new LedgerText(style()).write(assessment, id) + locations;
        };
    }
}
