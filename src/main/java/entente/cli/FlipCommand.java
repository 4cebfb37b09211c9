package entente.cli;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipSearch;
import entente.analysis.flip.FlipTarget;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.document.Suggestion;
import entente.model.Band;
import entente.model.Indicator;
import entente.report.json.FlipJson;
import entente.report.question.FlipReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "flip", description = "Find all smallest sets of changed readings that reach another band.")
final class FlipCommand extends BaseCommand {

    private static final int DEFAULT_LIMIT = 10;

    /** The target band. */
    static final class Target {
        @Option(names = "--to", paramLabel = "BAND", description = "This band, such as likely or roughly_even.")
        private @Nullable Band to;

        @Option(names = "--up", description = "Any higher band.")
        private boolean up;

        @Option(names = "--down", description = "Any lower band.")
        @SuppressWarnings("unused") // the case in which neither of the others is given
        private boolean down;
    }

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target = new Target();

    @Option(
            names = "--lock",
            paramLabel = "ID",
            split = ",",
            description = "Indicators or groups that must not change. Repeatable.")
    private List<String> lock = new ArrayList<>();

    @Option(
            names = "--max-size",
            paramLabel = "N",
            defaultValue = "3",
            description = "Maximum number of changed readings, 1 to 4. Default: 3.")
    private int maxSize = 3;

    @Option(names = "--all", description = "Show every set, not only the first ten.")
    private boolean all;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private ScenarioChanges changes = new ScenarioChanges();

    FlipCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        if (maxSize < 1 || maxSize > FlipSearch.MAX_SIZE) {
            throw new CliException(
                    ExitCode.USAGE, "--max-size must be 1 to " + FlipSearch.MAX_SIZE + ", not " + maxSize + ".");
        }
        LoadedRuleBook book = book();
        Set<String> locked = locked(book);
        ScenarioInputs scenarios = ScenarioInputs.scenarios(
                this,
                Inputs.one(name, terminal(), home()),
                new ScenarioReader(Vocabulary.of(book.book())),
                changes.overrides());
        FlipSearch flips = new FlipSearch(new Assessor(book));
        for (ScenarioInputs.NamedScenario named : scenarios.accepted()) {
            FlipResult result = flips.find(named.scenario(), flipTarget(), locked, maxSize);
            out().print(format.render(
                    () -> FlipReport.of(result, all ? Integer.MAX_VALUE : DEFAULT_LIMIT),
                    () -> FlipJson.write(result),
                    style()));
        }
        return scenarios.code();
    }

    private FlipTarget flipTarget() {
        if (target.to != null) {
            return new FlipTarget.To(target.to);
        }
        return target.up ? new FlipTarget.Up() : new FlipTarget.Down();
    }

    private Set<String> locked(LoadedRuleBook book) {
        Set<String> locked = new TreeSet<>();
        List<Indicator> indicators = book.book().catalogue().indicators();
        for (String id : lock) {
            List<String> named = book.book().catalogue().indicatorIds(id);
            if (named.isEmpty()) {
                List<String> ids = indicators.stream().map(Indicator::id).toList();
                throw new CliException(
                        ExitCode.USAGE,
                        "there is no indicator or group " + id + " to lock."
                                + Suggestion.closest(id, ids)
                                        .map(s -> " Did you mean " + s + "?")
                                        .orElse(""));
            }
            locked.addAll(named);
        }
        return locked;
    }
}
