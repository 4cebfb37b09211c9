package entente.upkeep;

import entente.Shipped;
import entente.cli.Golden;
import entente.cli.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped rules in a folder of their own, beside other cases. */
public record BookOfCases(Path folder) {

    public static final Path CASES = Golden.RESOURCES.resolve("cases");

    /** A book without cases. */
    public static BookOfCases in(Path folder) {
        files(Shipped.RULES).forEach(file -> copy(file, folder));
        return new BookOfCases(folder);
    }

    /** Adds the case files of a folder of the test resources. */
    public BookOfCases with(String kind) {
        files(CASES.resolve(kind)).forEach(this::with);
        return this;
    }

    public BookOfCases with(Path file) {
        Path cases = CaseFiles.of(folder);
        try {
            Files.createDirectories(cases);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        copy(file, cases);
        return this;
    }

    public Invocation test(Object... args) {
        return run("test", args);
    }

    public Invocation run(String verb, Object... args) {
        return Invocation.of(Stream.concat(Stream.of("rules", verb, "--rules", folder), Stream.of(args))
                .toArray());
    }

    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
