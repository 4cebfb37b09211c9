package entente.cli;

import entente.briefing.BriefingMedium;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.InputFile;
import entente.cli.io.ResultStream;
import entente.cli.watch.FolderWatch;
import entente.cli.watch.WatchFolders;
import entente.document.Text;
import entente.model.LikelihoodScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        description = {
            "Make a briefing of each scenario that is put into a folder: JSON, .csv or .xlsx.",
            "",
            "A file with problems gets a file NAME.problems.txt beside it. A file counts as complete when it has not changed "
                    + "for an interval. A restart repeats nothing and leaves nothing out. Ends with SIGTERM or Ctrl+C, after "
                    + "the current file."
        })
final class WatchCommand extends BaseCommand {

    private static final double MIN_INTERVAL = 0.1;
    private static final double MAX_INTERVAL = 3600;

    @Parameters(arity = "1", paramLabel = "DIR", description = "The folder to watch; not its subfolders.")
    private Path watched = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the briefings; created if missing. Default: briefings in the watched folder.")
    private @Nullable Path folder;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of editions: each briefing is kept there as the edition after the last one of its "
                    + "scenario if something has changed, instead of a file in --out.")
    private @Nullable Path archive;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "One or more of ${COMPLETION-CANDIDATES}, separated by commas. Default: md. With json, problems "
                            + "are written as JSON, too.")
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
        TreeSet<BriefingMedium> media = new TreeSet<>(formats);
        WatchedBriefings maker = new WatchedBriefings(this, media, scale, archive);
        Path out = folder == null ? watched.resolve("briefings") : folder;
        try (WatchFolders folders = WatchFolders.open(watched, out);
                ResultStream results = new ResultStream(out())) {
            FolderWatch watch = new FolderWatch(
                    folders,
                    maker,
                    home().scenarios(),
                    media.contains(BriefingMedium.JSON),
                    InputFile::read,
                    this::printLine,
                    results::complete);
            return once ? once(watch) : forever(watch);
        }
    }

    private ExitCode once(FolderWatch watch) throws InterruptedException {
        look(watch);
        pause();
        if (!look(watch)) {
            throw new CliException(ExitCode.NO_INPUT, unlisted());
        }
        watch.waiting()
                .forEach(
                        file -> printInfo(Text.printable(file.toString()) + ": being written, left for the next run."));
        return ExitCode.SUCCESS.orIf(watch.refused() > 0, ExitCode.PARTIAL);
    }

    /** A folder that is out of reach, as on a network, is looked for until it is back. */
    private ExitCode forever(FolderWatch watch) throws InterruptedException {
        printInfo("Watching " + Text.printable(watched.toString()) + "; Ctrl+C ends.");
        boolean reachable = true;
        while (true) {
            boolean before = reachable;
            reachable = look(watch);
            if (before && !reachable) {
                printDiagnostic("entente: " + unlisted() + " It is looked for again.");
            }
            pause();
        }
    }

    private static boolean look(FolderWatch watch) {
        try {
            watch.poll();
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private String unlisted() {
        return Text.printable(watched.toString()) + " cannot be listed.";
    }

    private void pause() throws InterruptedException {
        Thread.sleep(Math.round(interval * 1000));
    }

    private void printLine(String line) {
        out().print(line + "\n");
        out().flush();
    }
}
