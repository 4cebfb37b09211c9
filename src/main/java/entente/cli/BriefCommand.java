package entente.cli;

import entente.analysis.track.Edition;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.briefing.EditionArchive;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.document.Text;
import entente.files.AtomicFile;
import entente.model.LikelihoodScale;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = {
            "Write a briefing of each scenario, as a document.",
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

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of editions: each briefing is kept as the edition after the last one, and says what "
                    + "changed since.")
    private @Nullable Path archive;

    @Option(
            names = "--if-changed",
            description =
                    "Keep an edition only if the statement, a graded reading or the rules differ from the last one.")
    private boolean ifChanged;

    private int missing;
    private int invalid;

    private record NamedScenario(String input, BriefingScenario scenario) {}

    @Override
    ExitCode run() throws Exception {
        checkOptions();
        Briefings briefings = briefings(this, rival);
        ScenarioOverrides overrides = overrides();
        List<NamedScenario> scenarios = new ArrayList<>();
        for (Input input : inputs(names)) {
            read(input, briefings, overrides).ifPresent(read -> scenarios.add(new NamedScenario(input.name(), read)));
        }
        ExitCode code = ScenarioInputs.code(scenarios.size(), missing, invalid);
        if (archive == null
                && folder == null
                && (Set.copyOf(formats).size() > 1 || (scenarios.size() > 1 && !combined))) {
            throw CliException.usage("several briefings or formats need --out DIR or --archive DIR; "
                    + "--combined makes one briefing of several scenarios.");
        }
        if (combined && code == ExitCode.SUCCESS && scenarios.size() < 2) {
            throw CliException.usage("--combined needs two or more scenarios.");
        }
        refuseRepeatedIds(scenarios);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            progress(i + " of " + scenarios.size());
            BriefingScenario scenario = scenarios.get(i).scenario();
            String command = assessCommand(hint(scenarios.get(i).input()), scale);
            if (archive != null) {
                publish(EditionsCommand.open(archive), briefings, scenario, command);
            } else {
                requests.add(Request.first(scenario, scale, withLedger, command));
                if (!combined) {
                    Briefing briefing = written(() -> briefings.write(requests.get(requests.size() - 1)));
                    write(briefing.fileName(), medium -> written(() -> medium.render(briefing)));
                }
            }
        }
        if (combined && !requests.isEmpty()) {
            CombinedBriefing briefing = written(() -> briefings.combine(requests));
            write(briefing.fileName(), medium -> written(() -> medium.render(briefing)));
        }
        eraseProgress();
        return code;
    }

    /** Reads a scenario for both rule books; empty, with a message, if it is missing or one of them refuses it. */
    private Optional<BriefingScenario> read(Input input, Briefings briefings, ScenarioOverrides overrides) {
        Input.Content content = input.read();
        if (content.bytes().isEmpty()) {
            missing++;
            printDiagnostic(input.missingMessage(content));
            return Optional.empty();
        }
        byte[] bytes = content.bytes().get();
        return briefings.read(
                reader -> ScenarioInputs.read(reader, input.name(), bytes, input.parents(), overrides),
                Optional::of,
                refused -> {
                    invalid++;
                    printDiagnostic(ScenarioInputs.refusal(input, refused.problems()));
                    return Optional.empty();
                });
    }

    private void checkOptions() {
        if (archive == null && ifChanged) {
            throw CliException.usage("--if-changed needs --archive DIR.");
        }
        if (archive != null && (folder != null || combined)) {
            throw CliException.usage(
                    "--archive has the folders of its editions; it goes without --out and --combined.");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, Text.printable(folder.toString()) + " is a file; --out needs a folder.");
        }
    }

    private void publish(EditionArchive editions, Briefings briefings, BriefingScenario scenario, String command) {
        EditionPublisher publisher = new EditionPublisher(editions, briefings, EditionsCommand.CLOCK);
        PublishingOptions options =
                new PublishingOptions(Set.copyOf(formats), scale, withLedger, command).withIfChanged(ifChanged);
        Optional<Edition> kept = written(() -> EditionsCommand.run(() -> publisher.publish(scenario, options)));
        String id = scenario.own().id();
        eraseProgress();
        if (kept.isPresent()) {
            out().print("Kept edition " + kept.get().id() + ".\n");
        } else {
            Optional<Edition> last = EditionsCommand.run(() -> editions.last(id));
            out().print("No edition of " + id + ": nothing has changed since edition "
                    + last.map(edition -> edition.id().number()).orElse(1) + ".\n");
        }
    }

    private void write(String name, Function<BriefingMedium, byte[]> renderer) {
        for (BriefingMedium medium : new TreeSet<>(formats)) {
            byte[] bytes = renderer.apply(medium);
            if (folder == null) {
                out().writeBytes(bytes);
                continue;
            }
            Path file = folder.resolve(name + "." + medium.ending());
            try {
                Files.createDirectories(folder);
                AtomicFile.write(file, bytes);
            } catch (IOException cannot) {
                throw new CliException(ExitCode.CANNOT_CREATE, Text.printable(file.toString()) + " cannot be written.");
            }
            printInfo("Wrote " + Text.printable(file.toString()) + ".");
        }
    }

    /** What is written; a format may lack its library. */
    static <T> T written(Supplier<T> writer) {
        try {
            return writer.get();
        } catch (NoClassDefFoundError missing) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "this format needs libraries that are not on the class path; start with ./entente.");
        }
    }

    /** Their files would replace each other. */
    private void refuseRepeatedIds(List<NamedScenario> scenarios) {
        Set<String> ids = new HashSet<>();
        for (NamedScenario named : scenarios) {
            String id = named.scenario().own().id();
            if ((folder != null || combined || archive != null) && !ids.add(id)) {
                throw CliException.usage("two scenarios have the id " + id + "; one briefing would replace the other.");
            }
        }
    }

    /** The command that gives the same verdict, as it is typed. */
    static String assessCommand(Hint hint, LikelihoodScale scale) {
        String words = scale == LikelihoodScale.ICD203 ? "" : " --scale phia";
        return Hint.command("assess " + hint.input().replace(Wording.GLUE, ' ') + words);
    }

    /** @param rival folder of the rival book, {@code none}, or null for the folder {@code rival} of the rule book */
    static Briefings briefings(BaseCommand command, @Nullable String rival) throws RuleBookException {
        Optional<Path> other = "none".equals(rival)
                ? Optional.empty()
                : Optional.ofNullable(rival).map(Path::of).or(() -> RuleBooks.rival(command.rulesFolder()));
        if (other.isEmpty()) {
            return new Briefings(command.book(), Optional.empty());
        }
        Path rules = command.rulesFolder();
        RuleBookPair pair = new RuleBookPair(
                RuleBookPair.open(command, rules.toString(), rules),
                RuleBookPair.open(command, other.get().toString(), other.get()));
        return new Briefings(pair.first().loaded(), Optional.of(pair.second().loaded()));
    }
}
