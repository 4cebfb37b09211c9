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
import entente.model.Subject;
import entente.report.briefing.Briefing;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = {
            "Write a briefing of each scenario, as a document.",
            "",
            "With --out each format becomes a file, named after the scenario; without it one format goes to standard output."
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

    private record NamedScenario(String input, BriefingScenario scenario) {}

    @Override
    ExitCode run() throws Exception {
        checkOptions();
        Briefings briefings = briefings(this, rival);
        ScenarioInputs read = new ScenarioInputs(this, briefings.reader(), overrides());
        List<NamedScenario> scenarios = new ArrayList<>();
        for (Input input : inputs(names)) {
            read.next(input, briefings).ifPresent(scenario -> scenarios.add(new NamedScenario(input.name(), scenario)));
        }
        ExitCode code = read.code();
        if (archive == null && folder == null && (Set.copyOf(formats).size() > 1 || scenarios.size() > 1)) {
            throw CliException.usage("several briefings or formats need --out DIR or --archive DIR.");
        }
        refuseRepeatedIds(scenarios);
        for (int i = 0; i < scenarios.size(); i++) {
            progress(i + " of " + scenarios.size());
            BriefingScenario scenario = scenarios.get(i).scenario();
            String command = assessCommand(hint(scenarios.get(i).input()), scale);
            if (archive != null) {
                publish(EditionsCommand.open(archive), briefings, scenario, command);
            } else {
                write(briefings.write(Request.first(scenario, scale, command)));
            }
        }
        eraseProgress();
        return code;
    }

    private void checkOptions() {
        if (archive == null && ifChanged) {
            throw CliException.usage("--if-changed needs --archive DIR.");
        }
        if (archive != null && folder != null) {
            throw CliException.usage("--archive has the folders of its editions; it goes without --out.");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, Text.printable(folder.toString()) + " is a file; --out needs a folder.");
        }
    }

    private void publish(EditionArchive editions, Briefings briefings, BriefingScenario scenario, String command) {
        EditionPublisher publisher = new EditionPublisher(editions, briefings, EditionsCommand.CLOCK);
        PublishingOptions options = new PublishingOptions(Set.copyOf(formats), scale, command).withIfChanged(ifChanged);
        Optional<Edition> kept = EditionsCommand.run(() -> publisher.publish(scenario, options));
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

    private void write(Briefing briefing) {
        for (BriefingMedium medium : new TreeSet<>(formats)) {
            byte[] bytes = medium.render(briefing);
            if (folder == null) {
                out().writeBytes(bytes);
                continue;
            }
            Path file = folder.resolve(briefing.fileName() + "." + medium.ending());
            try {
                Files.createDirectories(folder);
                AtomicFile.write(file, bytes);
            } catch (IOException cannot) {
                throw new CliException(ExitCode.CANNOT_CREATE, Text.printable(file.toString()) + " cannot be written.");
            }
            printInfo("Wrote " + Text.printable(file.toString()) + ".");
        }
    }

    /** Their files would replace each other. */
    private void refuseRepeatedIds(List<NamedScenario> scenarios) {
        Set<String> ids = new HashSet<>();
        for (NamedScenario named : scenarios) {
            String id = named.scenario().own().id();
            if ((folder != null || archive != null) && !ids.add(id)) {
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
        return briefings(command, new NamedFolder(command.rulesFolder()), new NamedFolder(other.get()));
    }

    /** The folder of a rule book, and how messages name it. */
    record NamedFolder(Path folder, String shown) {

        NamedFolder(Path folder) {
            this(folder, Text.printable(folder.toString()));
        }
    }

    /** With two books about the same, of which the scenarios may use the indicators of either. */
    static Briefings briefings(BaseCommand command, NamedFolder own, NamedFolder rival) throws RuleBookException {
        LoadedRuleBook first = book(command, own);
        LoadedRuleBook second = book(command, rival);
        Subject one = first.book().catalogue().subject();
        Subject other = second.book().catalogue().subject();
        if (!one.matches(other)) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    own.shown() + " is about " + one.pair() + ", and " + rival.shown() + " about " + other.pair()
                            + ": their verdicts cannot be compared.");
        }
        return new Briefings(first, Optional.of(second));
    }

    /** The message of a fault names the book. */
    private static LoadedRuleBook book(BaseCommand command, NamedFolder named) throws RuleBookException {
        try {
            return command.book(named.folder());
        } catch (RuleBookException wrong) {
            throw wrong.in(named.shown());
        }
    }
}
