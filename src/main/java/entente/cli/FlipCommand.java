package entente.cli;

import entente.assessment.Assessor;
import entente.assessment.Flips;
import entente.briefing.FlipText;
import entente.document.Suggestion;
import entente.domain.Band;
import entente.domain.FlipResult;
import entente.domain.FlipTarget;
import entente.domain.Indicator;
import entente.json.FlipJson;
import entente.rules.OpenBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
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

@Command(name = "flip", description = "All smallest sets of readings whose change brings another band.")
final class FlipCommand extends Verb {

    private static final int SHOWN = 10;

    /** What the change is meant to bring about. */
    static final class Target {
        @Option(names = "--to", paramLabel = "BAND", description = "This band, such as likely or roughly_even.")
        private @Nullable Band to;

        @Option(names = "--up", description = "Any higher band.")
        private boolean up;

        @Option(names = "--down", description = "Any lower band.")
        @SuppressWarnings("unused") // what is left when neither of the others is given
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
            description = "Indicators, or groups of them, that stay as they are. Repeatable.")
    private List<String> lock = new ArrayList<>();

    @Option(
            names = "--max-size",
            paramLabel = "N",
            defaultValue = "3",
            description = "The most readings to change at once, 1 to 4. Default: 3.")
    private int maxSize = 3;

    @Option(names = "--all", description = "Every set, not only the first ten.")
    private boolean all;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Mixin
    private Changes changes = new Changes();

    FlipCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        if (maxSize < 1 || maxSize > Flips.LARGEST) {
            throw new Stop(ExitCode.USAGE, "--max-size is 1 to " + Flips.LARGEST + ", not " + maxSize + ".");
        }
        OpenBook book = book();
        Set<String> locked = locked(book);
        Scenarios scenarios = Scenarios.read(
                this,
                Inputs.one(name, terminal(), home()),
                new ScenarioReader(Vocabulary.of(book.book())),
                changes.overrides());
        Flips flips = new Flips(new Assessor(book));
        for (Scenarios.Named named : scenarios.accepted()) {
            FlipResult result = flips.find(named.scenario(), wanted(), locked, maxSize);
            out().print(
                            format.json()
                                    ? FlipJson.write(result)
                                    : new FlipText(style(), all ? Integer.MAX_VALUE : SHOWN).write(result));
        }
        return scenarios.code();
    }

    private FlipTarget wanted() {
        if (target.to != null) {
            return new FlipTarget.To(target.to);
        }
        return target.up ? new FlipTarget.Up() : new FlipTarget.Down();
    }

    private Set<String> locked(OpenBook book) {
        Set<String> locked = new TreeSet<>();
        List<Indicator> indicators = book.book().catalogue().indicators();
        for (String id : lock) {
            List<String> named = book.book().catalogue().named(id);
            if (named.isEmpty()) {
                List<String> ids = indicators.stream().map(Indicator::id).toList();
                throw new Stop(
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
