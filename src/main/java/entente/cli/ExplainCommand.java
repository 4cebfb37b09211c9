package entente.cli;

import entente.assessment.Assessor;
import entente.briefing.LedgerText;
import entente.domain.Assessment;
import entente.json.ExplanationJson;
import entente.rules.OpenBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "The ledger in words: what fired, what did not and how far off it was.")
final class ExplainCommand extends Verb {

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    @Option(names = "--rule", paramLabel = "ID", description = "This rule alone, with its whole card.")
    private @Nullable String rule;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Mixin
    private Changes changes = new Changes();

    ExplainCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        OpenBook book = book();
        if (rule != null && book.book().find(rule).isEmpty()) {
            throw new Stop(ExitCode.USAGE, RulesCommand.noSuchRule(rule, book.book()));
        }
        Inputs inputs = Inputs.one(name, terminal(), home());
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        Scenarios scenarios = Scenarios.read(this, inputs, reader, changes.overrides());
        for (Scenarios.Named named : scenarios.accepted()) {
            Assessment assessment = new Assessor(book).assess(named.scenario());
            Optional<String> one = Optional.ofNullable(rule);
            out().print(
                            format.json()
                                    ? ExplanationJson.write(assessment, one)
                                    : new LedgerText(style()).write(assessment, one));
        }
        return scenarios.code();
    }
}
