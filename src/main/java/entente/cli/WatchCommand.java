package entente.cli;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.cli.FolderWatch.Work;
import entente.document.Digest;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.Scenario;
import entente.report.briefing.Briefing;
import entente.report.form.Hint;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        description = {
            "Make a briefing of each scenario that is put into a folder.",
            "",
            "Briefings are in its folder briefings; a file with problems gets a file NAME.problems.txt beside it. Files "
                    + "are read when nothing in the folder has changed for an interval. A restart repeats nothing and leaves "
                    + "nothing out. Ends with SIGTERM or Ctrl+C, after the current file."
        })
final class WatchCommand extends BaseCommand {

    private static final double MIN_INTERVAL = 0.1;
    private static final double MAX_INTERVAL = 3600;

    @Parameters(arity = "1", paramLabel = "DIR", description = "The folder to watch; not its subfolders.")
    private Path watched = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}, separated by commas. Default: md.")
    private List<BriefingMedium> formats = List.of(BriefingMedium.MD);

    @Option(names = "--scale", paramLabel = "SCALE", description = "Likelihood scale: icd203 or phia. Default: icd203.")
    private LikelihoodScale scale = LikelihoodScale.ICD203;

    @Option(names = "--once", description = "Do what is there and end; exit code 1 if a file was refused.")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "Time between two looks at the folder, 0.1 to 3600 seconds. Default: 1.")
    private double interval = 1;

    @Override
    ExitCode run() throws Exception {
        if (!(interval >= MIN_INTERVAL && interval <= MAX_INTERVAL)) {
            throw CliException.usage("--interval must be from 0.1 to 3600 seconds.");
        }
        Briefings briefings = BriefCommand.briefings(this, null);
        FolderWatch watch = new FolderWatch(watched, setup(), file -> read(file, briefings), this::printLine);
        try (ResultStream results = new ResultStream(out())) {
            look(watch, results);
            return ExitCode.SUCCESS.orIf(watch.refused() > 0, ExitCode.PARTIAL);
        }
    }

    /** Looks twice with {@code --once}, otherwise on and on; a folder out of reach, as on a network, is waited for. */
    private void look(FolderWatch watch, ResultStream results) throws InterruptedException {
        String folder = Text.printable(watched.toString());
        if (!once) {
            printInfo("Watching " + folder + "; Ctrl+C ends.");
        }
        boolean reachable = true;
        for (int looks = 0; !once || looks < 2; looks++) {
            if (looks > 0) {
                Thread.sleep(Math.round(interval * 1000));
            }
            try {
                boolean atRest = watch.poll(results::complete);
                reachable = true;
                if (once && looks > 0 && !atRest) {
                    printInfo(folder + " is being written to: left for the next run.");
                }
            } catch (IOException unreachable) {
                if (once) {
                    throw new CliException(ExitCode.NO_INPUT, folder + " cannot be listed.");
                }
                if (reachable) {
                    printDiagnostic("entente: " + folder + " cannot be listed. It is looked for again.");
                }
                reachable = false;
            }
        }
    }

    /** What a briefing depends on besides the files of the folder. */
    private String setup() throws RuleBookException {
        Optional<Path> rival = RuleBooks.rival(rulesFolder());
        Stream<String> shipped = FolderScenarioSource.scenarioFiles(home().scenarios()).stream()
                .flatMap(file -> FolderScenarioSource.read(file).map(Digest::sha256).stream());
        Stream<String> own = Stream.of(
                RuleBooks.key(rulesFolder()),
                rival.isPresent() ? RuleBooks.key(rival.get()) : "none",
                scale.name(),
                EnumSet.copyOf(formats).toString());
        return Stream.concat(own, shipped).collect(Collectors.joining(" "));
    }

    private Work read(Path file, Briefings briefings) {
        Input.Content content = Files.isSymbolicLink(file) ? Input.Content.fault("it is a link") : Input.read(file);
        if (content.bytes().isEmpty()) {
            String detail = "The file cannot be read: " + content.fault().orElse("it is gone") + ".";
            return Work.refused("", List.of(Problem.of("#", "UNREADABLE", detail)));
        }
        byte[] bytes = content.bytes().get();
        String name = String.valueOf(file.getFileName());
        return briefings.read(
                reader -> ScenarioInputs.read(reader, name, bytes, parents(), ScenarioOverrides.NONE),
                scenario -> new Work(
                        scenario.own().sha256()
                                + scenario.forRival().map(Scenario::sha256).orElse(""),
                        List.of(),
                        () -> files(file, scenario, briefings)),
                refused -> Work.refused(ProblemText.of(name, refused.problems(), ""), refused.problems()));
    }

    /** Without the folder where it holds a link, which may lead to what its author cannot read. */
    private ScenarioSource parents() {
        Path shipped = home().scenarios();
        return FolderScenarioSource.names(watched, name -> Files.isSymbolicLink(watched.resolve(name)))
                        .isEmpty()
                ? new SheetScenarioSource(watched, shipped)
                : new FolderScenarioSource(List.of(shipped));
    }

    /** The briefings by the ending of their names. */
    private Map<String, byte[]> files(Path input, BriefingScenario scenario, Briefings briefings) {
        // A name that is no text cannot be typed.
        String typed = input.toString().contains("\uFFFD") ? Hint.GENERIC.input() : input.toString();
        String command = BriefCommand.assessCommand(hint(typed, rulesOption()), scale);
        Map<String, byte[]> files = new TreeMap<>();
        Briefing briefing = briefings.write(Request.first(scenario, scale, command));
        formats.forEach(medium -> files.put(medium.ending(), medium.render(briefing)));
        return files;
    }

    private void printLine(String line) {
        out().print(line + "\n");
        out().flush();
    }
}
