package entente.cli;

import entente.analysis.flip.FlipSearch;
import entente.analysis.flip.FlipTarget;
import entente.cli.io.CliException;
import entente.cli.usage.LockOption;
import entente.cli.usage.ReportFormat;
import entente.model.Band;
import entente.model.Scenario;
import entente.report.csv.FlipCsv;
import entente.report.json.FlipJson;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "flip", description = "Find all smallest sets of changes that reach another band.")
final class FlipCommand extends SingleScenarioCommand {

    private static final int DEFAULT_LIMIT = 10;

    static final class Target {
        @Option(names = "--to", paramLabel = "BAND", description = "This band, such as likely or roughly_even.")
        private @Nullable Band to;

        @Option(names = "--up", description = "Any higher band.")
        private boolean up;

        @Option(names = "--down", description = "Any lower band.")
        @SuppressWarnings("unused") // the case in which neither of the others is given
        private boolean down;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target = new Target();

    @Mixin
    private LockOption lock = new LockOption();

    @Option(
            names = "--max-size",
            paramLabel = "N",
            description = "Maximum number of changed readings, 1 to 4. Default: 3.")
    private int maxSize = 3;

    @Option(names = "--all", description = "Show every set, not only the first ten.")
    private boolean all;

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) {
        if (maxSize < 1 || maxSize > FlipSearch.MAX_SIZE) {
            throw CliException.usage("--max-size must be 1 to " + FlipSearch.MAX_SIZE + ", not " + maxSize + ".");
        }
        Set<String> locked = lock.locked(book.book().catalogue());
        FlipSearch flips = new FlipSearch(new Assessor(book));
        return scenario -> format.render(
                flips.find(scenario, flipTarget(), locked, maxSize),
                FlipJson.DOCUMENT::pretty,
                FlipCsv::write,
                result -> hint().in(Answers.flip(result, all ? Integer.MAX_VALUE : DEFAULT_LIMIT)),
                style());
    }

    private FlipTarget flipTarget() {
        Band to = target.to;
        return to != null ? new FlipTarget.To(to) : target.up ? new FlipTarget.Up() : new FlipTarget.Down();
    }
}
