package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.document.Suggestion;
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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "The rule book: what it holds and which book it is.",
        subcommands = {
            RulesCommand.ListRules.class,
            RulesCommand.Show.class,
            RulesLintCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesDiffCommand.class,
            RulesCommand.Fingerprint.class,
            RulesCommand.Compile.class
        },
        commandListHeading = "%nVerbs:%n")
final class RulesCommand extends BaseCommand {

    @Spec
    private CommandSpec spec;

    RulesCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        String verbs = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(verb -> !verb.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(Collectors.joining(", "));
        throw new CliException(ExitCode.USAGE, "rules needs a verb, one of " + verbs + ".");
    }

    static String noSuchRule(String id, RuleBook book) {
        List<String> ids = book.rules().stream().map(Rule::id).toList();
        return "there is no rule " + id + "."
                + Suggestion.closest(id, ids)
                        .map(s -> " Did you mean " + s + "?")
                        .orElse("");
    }

    /** How rules are written. */
    enum Format {
        TEXT,
        JSON,
        MD
    }

    @Command(name = "list", description = "Every rule; as md the page that stands in the rules folder.")
    static final class ListRules extends BaseCommand {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "TEXT",
                description = "text, json or md. Default: text.")
        private Format format = Format.TEXT;

        ListRules(Terminal terminal, Home home) {
            super(terminal, home);
        }

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

    @Command(name = "show", description = "One rule with its whole card.")
    static final class Show extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "ID", description = "The rule's id.")
        private String id = "";

        @Mixin
        private TextOrJson format = new TextOrJson();

        Show(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            Optional<Rule> rule = book.find(id);
            if (rule.isEmpty()) {
                throw new CliException(ExitCode.USAGE, noSuchRule(id, book));
            }
            out().print(format.json() ? RulesJson.write(List.of(rule.get())) : RuleText.one(rule.get(), book, style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "fingerprint", description = "Version and digest of the book, as results carry them.")
    static final class Fingerprint extends BaseCommand {

        Fingerprint(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            out().print(book.version() + " " + book.sha256() + "\n");
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "compile", hidden = true, description = "Compile the book to a jar; the launcher's first step.")
    static final class Compile extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "JAR", description = "Where the compiled book goes.")
        private @Nullable Path jar;

        Compile(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() throws Exception {
            RuleBooks.compile(rulesFolder(), Objects.requireNonNull(jar));
            return ExitCode.SUCCESS;
        }
    }
}
