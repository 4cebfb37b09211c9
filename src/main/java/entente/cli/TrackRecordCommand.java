package entente.cli;

import entente.briefing.TrackRecords;
import entente.cli.io.ExitCode;
import entente.cli.usage.EditionOptions;
import entente.cli.usage.ReportFormat;
import entente.report.csv.TrackRecordCsv;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "track-record",
        description = "Score the statements of archived editions that are resolved: Brier score and calibration.")
final class TrackRecordCommand extends BaseCommand {

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "Folder of editions.")
    private Path archive = Path.of("");

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    ExitCode run() {
        TrackRecords records = new TrackRecords(EditionOptions.open(archive), EditionOptions.clock());
        out().print(format.render(
                EditionOptions.run(records::record),
                ResultDocuments.TRACK_RECORD::pretty,
                TrackRecordCsv::write,
                Answers::trackRecord,
                style()));
        return ExitCode.SUCCESS;
    }
}
