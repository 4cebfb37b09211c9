package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.GitRulesFolder;
import entente.cli.usage.ReportFormat;
import entente.quality.diff.RuleBookDiff;
import entente.report.json.RuleBookDiffJson;
import entente.report.question.RuleBookDiffReport;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = "Compare two rule books: their differences, and the verdicts that move.")
final class RulesDiffCommand extends BaseCommand {

    @Parameters(
            arity = "1..2",
            paramLabel = "DIR|REVISION",
            description = "Old and new rule book: folders, or git revisions such as HEAD~1. Default for the new one: "
                    + "the folder in --rules.")
    private List<Path> books = List.of();

    @Option(
            names = "--corpus",
            paramLabel = "FILE|DIR",
            description = "Scenarios to assess. Default: the shipped ones.")
    private @Nullable String corpus;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Option(names = "--all", description = "Show every verdict that moves, and every rule.")
    private boolean all;

    @Option(names = "--exit-code", description = "Exit with 1 if a verdict flips: another band or relationship.")
    private boolean exitCode;

    @Override
    ExitCode run() throws Exception {
        if (books.size() > 2) {
            throw CliException.usage("rules diff takes at most two rule books, not " + books.size() + ".");
        }
        RuleBookPair pair =
                new RuleBookPair(open(books.get(0)), open(books.size() == 1 ? rulesFolder() : books.get(1)));
        RuleBookPair.ScenarioPairs pairs = pair.read(this, corpus(corpus), ScenarioOverrides.NONE);
        if (pairs.all().isEmpty()) {
            return pairs.code();
        }
        RuleBookDiff diff =
                RuleBookDiff.between(pair.first().loaded(), pair.second().loaded(), pairs.all());
        RuleBookDiffReport report = new RuleBookDiffReport(pair.names(), all);
        out().print(format.render(diff, RuleBookDiffJson.DOCUMENT, report::report, style()));
        boolean flipped = diff.verdicts().stream().anyMatch(RuleBookDiff.VerdictChange::flips);
        return pairs.code().orIf(exitCode && flipped, ExitCode.PARTIAL);
    }

    /** The book of a folder, or of the folder in {@code --rules} as committed in a git revision. */
    private RuleBookPair.NamedRuleBook open(Path given) throws RuleBookException {
        if (!given.toString().isEmpty() && Files.isDirectory(given)) {
            return RuleBookPair.open(this, given.toString(), given);
        }
        try (GitRulesFolder committed = GitRulesFolder.extract(rulesFolder(), given.toString())) {
            return RuleBookPair.open(this, given + ":" + rulesName(), committed.book());
        }
    }
}
