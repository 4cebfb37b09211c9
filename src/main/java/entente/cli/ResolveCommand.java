package entente.cli;

import entente.analysis.track.EditionId;
import entente.analysis.track.Resolution;
import entente.briefing.TrackRecords;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.usage.EditionOptions;
import entente.document.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve",
        description = {
            "Record what became of the statement of an edition, for the track record.",
            "",
            "A statement is resolved once. No is possible from the last day of its horizon on."
        })
final class ResolveCommand extends BaseCommand {

    enum Outcome {
        YES,
        NO
    }

    @Parameters(index = "0", arity = "1", paramLabel = "SCENARIO/NUMBER", description = "The edition.")
    private String edition = "";

    @Parameters(index = "1", arity = "1", paramLabel = "yes|no", description = "Whether the event occurred.")
    private Outcome outcome = Outcome.NO;

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "Where this can be checked.")
    private String source = "";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Day of the event, or by which it is known that there was none. Default: today.")
    private @Nullable LocalDate day;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "Folder of editions.")
    private Path archive = Path.of("");

    @Override
    ExitCode run() {
        EditionId id = EditionId.parse(edition)
                .orElseThrow(() -> CliException.usage(
                        "an edition is named like baseline-2018/1, not " + Text.printable(edition) + "."));
        TrackRecords records = new TrackRecords(EditionOptions.open(archive), EditionOptions.clock());
        Resolution resolution =
                EditionOptions.run(() -> records.resolve(id, outcome == Outcome.YES, Optional.ofNullable(day), source));
        printInfo("Edition " + id + " is resolved: " + (resolution.occurred() ? "yes" : "no") + " on " + resolution.on()
                + ".");
        return ExitCode.SUCCESS;
    }
}
