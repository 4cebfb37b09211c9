package entente.cli.usage;

import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.model.Band;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make a briefing an edition of an archive. */
public final class EditionOptions {

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of editions: each briefing is kept as the edition after the last one, and says what "
                    + "changed since.")
    private @Nullable Path folder;

    @Option(
            names = "--if-changed",
            description =
                    "Keep an edition only if the statement, a graded reading or the rules differ from the last one.")
    private boolean ifChanged;

    @Option(
            names = "--if-crosses",
            paramLabel = "BAND",
            description = "Keep an edition only if the likelihood crossed the lower limit of this band since the last "
                    + "one, in either direction.")
    private @Nullable Band band;

    /** What an operation on an archive does. */
    public interface Operation<T> {
        T run() throws IOException;
    }

    /** The archive; empty without the option. */
    public Optional<EditionArchive> archive() {
        if (folder == null && (ifChanged || band != null)) {
            throw CliException.usage("--if-changed and --if-crosses need --archive DIR.");
        }
        if (band == Band.ALMOST_NO_CHANCE) {
            throw CliException.usage(
                    "no likelihood is below almost no chance, so its limit is never crossed; name a higher band.");
        }
        return Optional.ofNullable(folder).map(EditionOptions::open);
    }

    public static EditionArchive open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE,
                    Text.printable(folder.toString()) + " is a file; --archive needs a folder.");
        }
        return EditionArchive.open(folder);
    }

    /** The command line's only clock: editions and resolutions are dated, results are not. */
    public static InstantSource clock() {
        return InstantSource.system();
    }

    public PublishingOptions addTo(PublishingOptions options) {
        return options.withIfChanged(ifChanged).withIfCrosses(Optional.ofNullable(band));
    }

    /** Why there is no new edition. */
    public String unchanged() {
        return band == null
                ? "nothing has changed"
                : "the likelihood has not crossed " + band.from() + "\u00A0%, the lower limit of " + band.term() + ",";
    }

    /** The result; a refusal and a fault of the archive end the command. */
    public static <T> T run(Operation<T> operation) {
        try {
            return operation.run();
        } catch (EditionException refused) {
            throw CliException.usage(Text.printable(refused.getMessage()));
        } catch (IOException failed) {
            throw new CliException(ExitCode.INPUT_OUTPUT, Text.printable(message(failed)));
        }
    }

    private static String message(IOException failed) {
        return failed.getMessage() == null || !failed.getMessage().endsWith(".")
                ? "The archive of editions cannot be used: " + failed + "."
                : failed.getMessage();
    }
}
