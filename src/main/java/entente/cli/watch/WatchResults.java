package entente.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.watch.BriefingMaker.Briefed;
import entente.cli.watch.BriefingMaker.Made;
import entente.cli.watch.BriefingMaker.Published;
import entente.cli.watch.BriefingMaker.Refused;
import entente.document.Text;
import entente.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Writes results and problem files, each at once and completely. */
@RequiredArgsConstructor
final class WatchResults {

    private final WatchFolders folders;
    private final DoneFiles records;
    private final boolean problemsForPrograms;

    /**
     * Writes a result over that of the same file before, then that it is done.
     *
     * @param basis what it was made from
     * @return a line for the user
     */
    String write(Path input, Made made, List<String> basis) {
        Map<Path, byte[]> files = files(input, made);
        files.forEach(WatchResults::replace);
        if (!(made instanceof Refused)) {
            deleteProblems(input);
        }
        replace(
                records.path(input),
                new DoneFile(basis, made instanceof Refused).text().getBytes(UTF_8));
        String names = files.keySet().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        if (made instanceof Refused refused) {
            int count = refused.problems().size();
            return line(input, count + (count == 1 ? " problem" : " problems") + ", see " + names);
        }
        return line(input, made instanceof Published published ? published.what() : "wrote " + names);
    }

    private static void replace(Path file, byte[] bytes) {
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException cannot) {
            throw unwritable(file, cannot);
        }
    }

    private static void deleteProblems(Path input) {
        try {
            ProblemFiles.delete(input);
        } catch (IOException cannot) {
            throw unwritable(input.resolveSibling(""), cannot);
        }
    }

    private Map<Path, byte[]> files(Path input, Made made) {
        if (made instanceof Refused refused) {
            return ProblemFiles.of(input, refused.problems(), problemsForPrograms);
        }
        Map<Path, byte[]> files = new TreeMap<>();
        if (made instanceof Briefed briefed) {
            briefed.media()
                    .forEach((ending, bytes) ->
                            files.put(FileNames.briefing(folders.out(), input, "." + ending), bytes));
        }
        return files;
    }

    private static String line(Path input, String what) {
        return Text.printable(input.getFileName() + ": " + what + ".");
    }

    /** A message that names the place. */
    private static CliException unwritable(Path file, IOException cannot) {
        String reason = cannot instanceof FileSystemException named ? named.getReason() : cannot.getMessage();
        return new CliException(
                ExitCode.INPUT_OUTPUT,
                Text.printable(file.toString()) + " cannot be written" + (reason == null ? "" : ": " + reason)
                        + ". Nothing is lost: the next start goes on with this file.");
    }

    /**
     * Deletes the problem files and records of inputs that are gone; a problem file without a record is not ours.
     *
     * @throws IOException if the folder cannot be listed
     */
    void deleteOrphans() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folders.watched())) {
            names = files.map(FileNames::encoded)
                    .filter(name -> name.endsWith(ProblemFiles.TEXT))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        for (String name : names) {
            Path input =
                    FileNames.in(folders.watched(), name.substring(0, name.length() - ProblemFiles.TEXT.length()), "");
            if (Files.notExists(input, LinkOption.NOFOLLOW_LINKS) && records.exists(input)) {
                deleteProblems(input);
                records.delete(input);
            }
        }
    }
}
