package entente.cli;

import entente.cli.io.ExitCode;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.json.RulesJson;
import entente.report.markdown.RuleBookPage;
import entente.report.text.RuleText;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        description = "Inspect and check the rule book.",
        subcommands = {
            RulesCommand.ListRules.class,
            RulesCommand.Show.class,
            RulesLintCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesDiffCommand.class,
            RulesCommand.Fingerprint.class,
            RulesCommand.Compile.class
        })
final class RulesCommand extends GroupCommand {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        MD
    }

    @Command(name = "list", description = "List all rules; md prints rules/README.md.")
    static final class ListRules extends BaseCommand {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "TEXT",
                description = "text, json or md. Default: text.")
        private Format format = Format.TEXT;

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook open = book();
            RuleBook book = open.book();
            out().print(
                            switch (format) {
                                case TEXT -> RuleText.list(book, style());
                                case JSON -> RulesJson.write(book.rules());
                                case MD -> RuleBookPage.markdown(book, open.inventory());
                            });
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "show", description = "Show one rule with its complete card and its locations.")
    static final class Show extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "RULE", description = "The rule's id, or its sentence or a part of it.")
        private String wanted = "";

        @Mixin
        private TextOrJson format = new TextOrJson();

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            Rule rule = RuleLookup.find(wanted, book);
            out().print(
                            format.json()
                                    ? RulesJson.write(List.of(rule))
                                    : RuleText.one(rule, book, style()) + RuleLookup.locations(rule, book, this));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "fingerprint", description = "Print version and digest of the rule book.")
    static final class Fingerprint extends BaseCommand {

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            out().print(book.version() + " " + book.sha256() + "\n");
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "compile", hidden = true, description = "Compile the rule book to a jar; used by the launcher.")
    static final class Compile extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "JAR", description = "Jar file to write.")
        private @Nullable Path jar;

        @Override
        ExitCode run() throws Exception {
            RuleBooks.compile(rulesFolder(), Objects.requireNonNull(jar));
            return ExitCode.SUCCESS;
        }
    }
}
