package entente.cli;

import entente.analysis.track.EditionId;
import entente.analysis.track.TrackedStatement.Resolution;
import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.analysis.verification.Verification.Outcome;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.TrackRecords;
import entente.document.Text;
import entente.model.assessment.Provenance;
import entente.report.csv.ResultTable;
import entente.report.json.ResultDocuments;
import entente.report.json.VerificationJson;
import entente.report.json.VerificationJson.Report;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.wording.VerificationSentences;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scoring.Assessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.io.function.IOSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "editions",
        description = "Keep track of what was published: outcomes, scores, verification.",
        subcommands = {EditionsCommand.Resolve.class, EditionsCommand.TrackRecord.class, EditionsCommand.Verify.class})
final class EditionsCommand extends BaseCommand {

    /** The command line's only clock: editions and resolutions are dated, results are not. */
    static final InstantSource CLOCK = InstantSource.system();

    static EditionArchive open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE,
                    Text.printable(folder.toString()) + " is a file; --archive needs a folder.");
        }
        return new EditionArchive(folder);
    }

    /** The result; a refusal and a fault of the archive end the command. */
    static <T> T run(IOSupplier<T> operation) {
        try {
            return operation.get();
        } catch (EditionException refused) {
            throw CliException.usage(Text.printable(refused.getMessage()));
        } catch (IOException failed) {
            throw new CliException(ExitCode.INPUT_OUTPUT, Text.printable(message(failed)));
        }
    }

    private static String message(IOException failed) {
        return failed.getMessage() == null || !failed.getMessage().endsWith(".")
                ? "The archive of briefings cannot be used: " + failed + "."
                : failed.getMessage();
    }

    @Command(
            name = "resolve",
            description = {
                "Record what became of the statement of an edition, for the track record.",
                "",
                "A statement is resolved once. No is possible from the last day of its horizon on."
            })
    static final class Resolve extends BaseCommand {

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
            TrackRecords records = new TrackRecords(open(archive), CLOCK);
            Resolution resolution = EditionsCommand.run(
                    () -> records.resolve(id, outcome == Outcome.YES, Optional.ofNullable(day), source));
            printInfo("Edition " + id + " is resolved: " + (resolution.occurred() ? "yes" : "no") + " on "
                    + resolution.on() + ".");
            return ExitCode.SUCCESS;
        }
    }

    @Command(
            name = "track-record",
            description = "Score the statements of archived editions that are resolved: Brier score and calibration.")
    static final class TrackRecord extends BaseCommand {

        @Option(names = "--archive", required = true, paramLabel = "DIR", description = "Folder of editions.")
        private Path archive = Path.of("");

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        ExitCode run() {
            TrackRecords records = new TrackRecords(open(archive), CLOCK);
            out().print(format.render(
                    EditionsCommand.run(records::record),
                    ResultDocuments.TRACK_RECORD::pretty,
                    record -> ResultTable.TRACK_RECORD.write(record),
                    Answers::trackRecord,
                    style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "verify", description = "Reassess archived assessments: identical, or drifted and where.")
    static final class Verify extends BaseCommand {

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE|DIR|-",
                description = "Assessments as JSON files, folders, or standard input.")
        private List<String> names = new ArrayList<>();

        @Mixin
        private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private int missing;
        private int invalid;
        private boolean jsonOpen;

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook book = book();
            ScenarioReader reader = reader(book);
            Assessor assessor = new Assessor(book);
            VerificationJson.Anew reassess = (resolved, refused) -> {
                ScenarioResult result = reader.read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
                if (result instanceof ScenarioResult.Accepted accepted) {
                    return Optional.of(assessor.assess(accepted.scenario()));
                }
                refused.addAll(((ScenarioResult.Refused) result).problems());
                return Optional.empty();
            };
            Provenance now = Provenance.of(book.book());
            for (Input input : Input.all(names, terminal(), home(), Verify::isArchive)) {
                boolean read = read(input, part -> {
                    String shown = input.name() + (part.location().isEmpty() ? "" : ", " + part.location());
                    count(VerificationJson.report(shown, part, now, reassess));
                });
                if (!read) {
                    missing++;
                    print(new Report(input.name(), Optional.empty(), List.of()));
                }
            }
            int verified =
                    outcomes.values().stream().mapToInt(Integer::intValue).sum();
            if (format.json()) {
                out().print(jsonOpen ? "\n]\n" : "[]\n");
            } else if (verified + missing + invalid > 1 && !quiet()) {
                out().print(VerificationSentences.summary(outcomes, missing + invalid));
            }
            boolean identical = outcomes.getOrDefault(Outcome.IDENTICAL, 0) == verified;
            return ScenarioInputs.code(verified, missing, invalid).orIf(!identical, ExitCode.PARTIAL);
        }

        private void count(Report report) {
            report.verification()
                    .ifPresentOrElse(verification -> outcomes.merge(verification.outcome(), 1, Integer::sum), () -> {
                        invalid++;
                        printDiagnostic(
                                ProblemText.of(Text.printable(report.name()), report.problems(), "not verified"));
                    });
            print(report);
        }

        /** Results are written one by one, so that a file of any size fits into memory. */
        private void print(Report report) {
            if (format.json()) {
                String list = VerificationJson.DOCUMENT.pretty(List.of(report)).strip();
                out().print((jsonOpen ? ",\n" : "[\n") + list.substring(2, list.length() - 2));
                jsonOpen = true;
            } else {
                report.verification()
                        .filter(verification -> !(quiet() && verification.outcome() == Outcome.IDENTICAL))
                        .ifPresent(verification -> out().print(TextRenderer.render(
                                Answers.verification(Text.printable(report.name()), verification), style())));
            }
        }

        private static boolean isArchive(String name) {
            return FolderScenarioSource.isJson(name) || name.endsWith(".ndjson");
        }

        /**
         * Reads the assessments of an input one after the other.
         *
         * @return false, with a message, if it is missing or cannot be read
         */
        private boolean read(Input input, Consumer<ArchivedPart> action) {
            Input.Content content = input.read();
            if (content.bytes().isPresent()) {
                try (InputStream in = input.whole(content)) {
                    AssessmentReader.read(input.name(), in).forEach(action);
                    return true;
                } catch (IOException | UncheckedIOException broken) {
                    content = Input.Content.fault("reading failed");
                }
            }
            printDiagnostic(input.missingMessage(content, "assessment"));
            return false;
        }
    }
}
