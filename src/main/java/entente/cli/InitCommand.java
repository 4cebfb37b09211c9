package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.model.rule.RuleBook;
import entente.report.form.Hint;
import entente.report.json.ScenarioTemplate;
import entente.scenario.FolderScenarioSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "init", description = "Write a new scenario file to fill in.")
final class InitCommand extends BaseCommand {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String SCHEMA = "scenario.schema.json";

    @Parameters(arity = "1", paramLabel = "ID", description = "Id of the scenario, also the file name.")
    private String id = "";

    @Option(names = "--extends", paramLabel = "ID", description = "Parent scenario, such as baseline-2018.")
    private @Nullable String parent;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the file. Default: the current folder.")
    private Path folder = Path.of(".");

    @Override
    ExitCode run() throws Exception {
        RuleBook book = book().book();
        if (!ID.matcher(id).matches()) {
            throw CliException.usage("an id has 1 to 64 lowercase letters, digits and hyphens, not " + id + ".");
        }
        FolderScenarioSource source = new FolderScenarioSource(List.of(folder, home().scenarios()));
        if (parent != null && !source.ids().contains(parent)) {
            throw CliException.unknown("scenario " + parent + " to extend", parent, source.ids());
        }
        Path file = folder.resolve(id + ".json");
        Optional<String> schema = Optional.of(SCHEMA).filter(name -> Files.isRegularFile(folder.resolve(name)));
        String text = ScenarioTemplate.scenario(id, Optional.ofNullable(parent), schema, book.catalogue());
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            throw new CliException(ExitCode.CANNOT_CREATE, file + " already exists; nothing was written.");
        } catch (NoSuchFileException missing) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, file + " cannot be written: the folder " + folder + " does not exist.");
        } catch (IOException cannot) {
            throw new CliException(ExitCode.CANNOT_CREATE, file + " cannot be written.");
        }
        printInfo("Wrote " + file + ". Fill in the known readings, then: " + Hint.started() + " assess " + file);
        return ExitCode.SUCCESS;
    }
}
