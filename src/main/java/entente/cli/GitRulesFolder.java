package entente.cli;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;

/**
 * The files of a rule book as committed in a git revision, in a temporary folder that {@link #close} removes. The
 * repository is only read.
 *
 * @param book the folder to open as a rule book
 */
public record GitRulesFolder(Path temporary, Path book) implements AutoCloseable {

    /** No leading hyphen, so that git does not take it for an option; no colon, which would name a path. */
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_@][A-Za-z0-9_@{}./~^+-]{0,199}");

    private static final String CATALOGUE = "indicators.yaml";

    private record Output(int code, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** @throws CliException if git, the repository, the revision or the folder in it does not exist */
    public static GitRulesFolder extract(Path rules, String revision) {
        if (!REVISION.matcher(revision).matches()) {
            throw CliException.usage(revision + " is neither a folder nor the name of a git revision.");
        }
        Path folder = rules.toAbsolutePath().normalize();
        // A book without a catalogue shares the one of the folder above.
        Optional<Path> parent = Optional.ofNullable(folder.getParent())
                .filter(above -> !Files.exists(folder.resolve(CATALOGUE)) && Files.exists(above.resolve(CATALOGUE)));
        Path root = parent.orElse(folder);
        if (!Files.isDirectory(root)
                || git(root, "rev-parse", "--is-inside-work-tree").code() != 0) {
            throw missing(revision + " is not a folder, and " + rules + " is not in a git repository.");
        }
        Output commit = git(root, "rev-parse", "--quiet", "--verify", revision + "^{commit}");
        if (commit.code() != 0) {
            throw missing("there is no folder and no git revision " + revision + ".");
        }
        if (git(root, "cat-file", "-e", commit.text() + ":./").code() != 0) {
            throw missing("git revision " + revision + " has no folder " + rules + ".");
        }
        Output archive = git(root, "archive", "--format=zip", commit.text());
        if (archive.code() != 0) {
            throw missing("git cannot read " + rules + " in revision " + revision + ".");
        }
        Path temporary = Uncheck.get(() -> Files.createTempDirectory("entente-rules"));
        GitRulesFolder extracted = new GitRulesFolder(
                temporary,
                parent.map(above -> temporary.resolve(above.relativize(folder))).orElse(temporary));
        try {
            Uncheck.run(() -> unpack(archive.bytes(), temporary));
            if (!Files.isDirectory(extracted.book())) {
                throw missing("git revision " + revision + " has no folder " + rules + ".");
            }
            return extracted;
        } catch (UncheckedIOException | CliException failed) {
            extracted.close();
            throw failed;
        }
    }

    private static CliException missing(String message) {
        return new CliException(ExitCode.CONFIGURATION, message);
    }

    private static Output git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // The repository is that of the folder, also when a git hook runs this command.
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
        try {
            Process process = builder.start();
            byte[] bytes = process.getInputStream().readAllBytes();
            return new Output(process.waitFor(), bytes);
        } catch (IOException notInstalled) {
            throw missing("git is needed to read a revision, and it could not be started.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw missing("reading the git revision was interrupted.");
        }
    }

    /** Writes the rule book files; a link in the repository becomes a file with the name of its target. */
    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (file.startsWith(folder) && entry.getName().matches(".*\\.(drl|yaml)")) {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
    }

    @Override
    public void close() {
        Uncheck.run(() -> FileUtils.deleteDirectory(temporary.toFile()));
    }
}
