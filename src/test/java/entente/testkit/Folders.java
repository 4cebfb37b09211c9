package entente.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes folders. */
public final class Folders {

    /** The files of a built project that the launcher needs. */
    private static final List<String> BUILT =
            List.of("entente", "pom.xml", "rules", "scenarios", "target/entente.jar", "target/lib");

    private Folders() {}

    /** Copies a file, or a folder recursively, with modification times. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder recursively, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A fresh copy of the built project, in which the launcher does not build again. */
    public static void copyBuiltProject(Path to, String... more) throws IOException {
        delete(to);
        for (String part : Stream.concat(BUILT.stream(), Stream.of(more)).toList()) {
            if (Files.exists(Path.of(part))) {
                copy(Path.of(part), to.resolve(part));
            }
        }
        Files.createFile(to.resolve("target/.built"));
    }
}
