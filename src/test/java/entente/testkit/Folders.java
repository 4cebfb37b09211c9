package entente.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists, copies and deletes folders. */
public final class Folders {

    /** The files of a built project that the launcher needs. */
    private static final List<String> BUILT =
            List.of("entente", "pom.xml", "rules", "scenarios", "target/entente.jar", "target/lib");

    private Folders() {}

    /** The names of everything in a folder, sorted. */
    public static List<String> names(Path folder) {
        return walk(folder, 1)
                .filter(path -> !path.equals(folder))
                .map(path -> path.getFileName().toString())
                .toList();
    }

    /** The files in a folder with an ending, sorted. */
    public static List<Path> files(Path folder, String ending) {
        return files(folder, 1, ending);
    }

    /** The files in a folder and in those inside it, sorted. */
    public static List<Path> allFiles(Path folder, String ending) {
        return files(folder, Integer.MAX_VALUE, ending);
    }

    private static List<Path> files(Path folder, int depth, String ending) {
        return walk(folder, depth)
                .filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                .toList();
    }

    /** What a running process deletes meanwhile is left out. */
    private static Stream<Path> walk(Path folder, int depth) {
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return visitFile(path, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    paths.add(path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException failed) throws IOException {
                    if (failed instanceof NoSuchFileException && !path.equals(folder)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failed;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return paths.stream().sorted();
    }

    /** Copies a file, or a folder recursively, with modification times. */
    public static void copy(Path from, Path to) throws IOException {
        for (Path file : walk(from, Integer.MAX_VALUE).toList()) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Deletes a folder recursively, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : walk(folder, Integer.MAX_VALUE)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
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
