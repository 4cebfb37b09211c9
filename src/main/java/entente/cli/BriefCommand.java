package entente.cli;

import entente.analysis.track.Edition;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.briefing.EditionArchive;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Inputs.Input;
import entente.cli.usage.EditionOptions;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.form.Hint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = {
            "Write a briefing of each scenario: bottom line, key judgements, figure, indicators to watch, sources.",
            "",
            "With --out each format becomes a file, named after the scenario; without it one format goes to standard output.",
            "With --combined several scenarios become one document, with their comparison up front."
        })
final class BriefCommand extends ScenarioCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|ID|-",
            description = "Scenario files, folders, ids of shipped scenarios, or standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}, separated by commas. Default: md.")
    private List<BriefingMedium> formats = List.of(BriefingMedium.MD);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the files; created if missing. Existing briefings of the same name are replaced.")
    private @Nullable Path folder;

    @Option(
            names = "--since",
            paramLabel = "PREVIOUS",
            description =
                    "The scenario of the previous edition, a file or an id: the briefing says what changed since.")
    private @Nullable String since;

    @Option(
            names = "--edition",
            paramLabel = "N",
            description = "Number of this edition. Default: 1, or 2 with --since.")
    private @Nullable Integer edition;

    @Option(
            names = "--combined",
            description = "Write one document of all scenarios, which begins with their comparison: the first is the "
                    + "reference. With --out the file is combined-briefing.FORMAT.")
    private boolean combined;

    @Option(names = "--long", description = "Append every rule that fired, with what it read.")
    private boolean withLedger;

    @Option(
            names = "--rival",
            paramLabel = "DIR",
            description = "Rule book of the other reading, or none. Default: the folder rival in the rule book.")
    private @Nullable String rival;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Likelihood scale: icd203 or phia. Default: icd203.")
    private LikelihoodScale scale = LikelihoodScale.ICD203;

    @Mixin
    private EditionOptions editions = new EditionOptions();

    @Override
    ExitCode run() throws Exception {
        checkOptions();
        Optional<EditionArchive> archive = editions.archive();
        BriefingInputs books = BriefingInputs.open(this, rival);
        Optional<Scenario> previous = since == null ? Optional.empty() : Optional.of(books.previous(since));
        List<Input> inputs = inputs(names);
        BriefingInputs.Accepted read = books.read(inputs, overrides());
        List<BriefingScenario> scenarios = read.scenarios();
        if (archive.isEmpty()
                && folder == null
                && (Set.copyOf(formats).size() > 1 || (scenarios.size() > 1 && !combined))) {
            throw CliException.usage("several briefings or formats need --out DIR or --archive DIR; "
                    + "--combined makes one briefing of several scenarios.");
        }
        if (combined && read.code() == ExitCode.SUCCESS && scenarios.size() < 2) {
            throw CliException.usage("--combined needs two or more scenarios.");
        }
        previous.ifPresent(before -> refusePrevious(before, scenarios));
        refuseRepeatedIds(scenarios);
        Briefings briefings = books.briefings();
        Optional<EditionPublisher> publisher =
                archive.map(editionArchive -> new EditionPublisher(editionArchive, briefings, EditionOptions.clock()));
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            progress(i, scenarios.size());
            BriefingScenario scenario = scenarios.get(i);
            // Refused inputs leave gaps, after which positions tell nothing.
            String input = scenarios.size() == inputs.size() ? inputs.get(i).name() : Hint.GENERIC.input();
            if (publisher.isPresent()) {
                publish(publisher.get(), archive.get(), scenario, books.assessCommand(hint(input), scale));
            } else {
                Request request = new Request(
                        scenario.own(),
                        scenario.forRival(),
                        previous,
                        number() - 1,
                        scale,
                        withLedger,
                        books.assessCommand(hint(input), scale));
                requests.add(request);
                if (!combined) {
                    Briefing briefing = written(() -> briefings.write(request));
                    files().write(briefing.fileName(), medium -> written(() -> medium.render(briefing)));
                }
            }
        }
        if (combined && !requests.isEmpty()) {
            CombinedBriefing briefing = written(() -> briefings.combine(requests));
            files().write(briefing.fileName(), medium -> written(() -> medium.render(briefing)));
        }
        eraseProgress();
        return read.code();
    }

    private void checkOptions() {
        if (edition != null && edition < (since == null ? 1 : 2)) {
            throw CliException.usage("--edition counts from 1, and with --since from 2.");
        }
        if (editions.archive().isPresent() && (folder != null || since != null || edition != null || combined)) {
            throw CliException.usage("--archive knows the previous edition and the folder of the next; "
                    + "it goes without --out, --since, --edition and --combined.");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, Text.printable(folder.toString()) + " is a file; --out needs a folder.");
        }
    }

    private void publish(
            EditionPublisher publisher, EditionArchive archive, BriefingScenario scenario, String command) {
        PublishingOptions options =
                editions.addTo(new PublishingOptions(Set.copyOf(formats), scale, withLedger, command));
        Optional<Edition> kept = written(() -> EditionOptions.run(() -> publisher.publish(scenario, options)));
        String id = scenario.own().id();
        eraseProgress();
        if (kept.isPresent()) {
            out().print("Kept edition " + kept.get().id() + ".\n");
        } else {
            Optional<Edition> last = EditionOptions.run(() -> archive.last(id));
            out().print("No edition of " + id + ": " + editions.unchanged() + " since edition "
                    + last.map(edition -> edition.id().number()).orElse(1) + ".\n");
        }
    }

    /** What is written; a format may lack its library. */
    private static <T> T written(Supplier<T> writer) {
        try {
            return writer.get();
        } catch (NoClassDefFoundError missing) {
            throw missingLibrary();
        }
    }

    static CliException missingLibrary() {
        return new CliException(
                ExitCode.CONFIGURATION,
                "this format needs libraries that are not on the class path; start with ./entente.");
    }

    /** A previous edition is of one scenario, and not of a later date. */
    private void refusePrevious(Scenario before, List<BriefingScenario> scenarios) {
        if (scenarios.size() > 1) {
            throw CliException.usage("--since goes with one scenario, not with " + scenarios.size() + ".");
        }
        boolean later = scenarios.stream()
                .flatMap(versions -> versions.own().asOf().stream())
                .anyMatch(date -> before.asOf().filter(date::isBefore).isPresent());
        if (later) {
            throw CliException.usage("--since names an earlier edition; " + before.id() + " is of a later date.");
        }
    }

    /** Their files would replace each other. */
    private void refuseRepeatedIds(List<BriefingScenario> scenarios) {
        Set<String> ids = new HashSet<>();
        for (BriefingScenario versions : scenarios) {
            if ((folder != null || combined || editions.archive().isPresent())
                    && !ids.add(versions.own().id())) {
                throw CliException.usage(
                        "two scenarios have the id " + versions.own().id() + "; one briefing would replace the other.");
            }
        }
    }

    private int number() {
        return edition != null ? edition : since == null ? 1 : 2;
    }

    private BriefingFiles files() {
        return new BriefingFiles(this, formats, Optional.ofNullable(folder));
    }
}
