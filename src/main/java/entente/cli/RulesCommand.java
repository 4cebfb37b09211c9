package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.usage.ReportFormat;
import entente.cli.usage.RuleLookup;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        description = "Inspect, check, compare and backtest the rule book.",
        subcommands = {
            RulesCommand.ListRules.class,
            RulesCommand.Show.class,
            RulesLintCommand.class,
            RulesTestCommand.class,
            RulesDiffCommand.class,
            BacktestCommand.class,
            RulesCommand.Fingerprint.class,
            RulesCommand.Compile.class
        })
final class RulesCommand extends BaseCommand {

    @Command(name = "list", description = "List all rules; md prints rules/README.md.")
    static final class ListRules extends BaseCommand {

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook open = book();
            out().print(format.render(
                    open.book().rules(),
                    ResultDocuments.RULES,
                    rules -> Answers.rules(open.book(), open.inventory()),
                    style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "show", description = "Show one rule with its complete card and its locations.")
    static final class Show extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "RULE", description = "The rule's id, or its sentence or a part of it.")
        private String wanted = "";

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook open = book();
            RuleBook book = open.book();
            Rule rule = RuleLookup.find(wanted, book);
            Map<String, List<String>> origin = RuleLookup.origin(rule, open, rulesFolder(), rulesName());
            out().print(format.render(
                    List.of(rule), ResultDocuments.RULES, rules -> Answers.rule(rule, book, origin), style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "fingerprint", description = "Print version, digest and digest of the texts of the rule book.")
    static final class Fingerprint extends BaseCommand {

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            out().print(book.version() + " " + book.sha256() + " " + book.textsSha256() + "\n");
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "compile", hidden = true, description = "Compile the rule book to a jar; used by the launcher.")
    static final class Compile extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "JAR", description = "Jar file to write.")
        private Path jar = Path.of("");

        @Override
        ExitCode run() throws Exception {
            RuleBooks.compile(rulesFolder(), jar);
            return ExitCode.SUCCESS;
        }
    }
}
