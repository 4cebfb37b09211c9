package entente.rulebook;

import entente.model.Subject;
import entente.model.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens rule books. A folder is compiled if its files have changed, and the compiled book is cached by the digest of
 * the files, so that opening an unchanged folder only reads its files.
 */
public final class RuleBooks {

    /** Name of the folder of a rival book. */
    public static final String RIVAL = "rival";

    private RuleBooks() {}

    /**
     * Opens the book of a folder.
     *
     * @param cache folder of compiled books; created if missing
     * @throws RuleBookException with every fault of the book
     */
    public static LoadedRuleBook open(Path folder, Path cache) throws RuleBookException {
        RuleBookFolder files = RuleBookFolder.read(folder);
        ClassLoader classPath = RuleBooks.class.getClassLoader();
        if (CompiledRuleBook.isOf(files, classPath)) {
            return load(classPath);
        }
        Path cached = cache.resolve(files.key() + ".jar");
        if (Files.isRegularFile(cached)) {
            try {
                return load(loader(cached));
            } catch (IllegalStateException broken) {
                // Damaged, or written by another build: compiled again, over it.
            }
        }
        return load(loader(compile(files, cached)));
    }

    /** The folder of the rival book of a book, another reading of the same facts; empty without one. */
    public static Optional<Path> rival(Path folder) {
        return Optional.of(folder.resolve(RIVAL)).filter(Files::isDirectory);
    }

    /**
     * Opens the rival book of a book; empty without one.
     *
     * @param folder of the own book
     * @throws RuleBookException with every fault of the rival book, or if it is about other powers
     */
    public static Optional<LoadedRuleBook> openRival(Path folder, LoadedRuleBook own, Path cache)
            throws RuleBookException {
        Optional<Path> other = rival(folder);
        if (other.isEmpty()) {
            return Optional.empty();
        }
        try {
            LoadedRuleBook opened = open(other.get(), cache);
            Subject one = own.book().catalogue().subject();
            Subject rivals = opened.book().catalogue().subject();
            if (!one.matches(rivals)) {
                throw new RuleBookException(List.of(new RuleBookFault(
                        "",
                        0,
                        "OTHER_PAIR",
                        "The rival book is about " + rivals.pair() + ", and not about " + one.pair() + ".")));
            }
            return Optional.of(opened);
        } catch (RuleBookException wrong) {
            throw wrong.in(RIVAL);
        }
    }

    /**
     * Digest of the files of a book including comments. Different digests can denote the same book.
     *
     * @throws RuleBookException when the folder cannot be read
     */
    public static String key(Path folder) throws RuleBookException {
        return RuleBookFolder.read(folder).key();
    }

    /** Compiles the book of a folder to a jar for the class path. */
    public static void compile(Path folder, Path jar) throws RuleBookException {
        compile(RuleBookFolder.read(folder), jar);
    }

    /**
     * The locations of the parts of a valid book in its files.
     *
     * @throws RuleBookException when the folder cannot be read
     */
    public static RuleBookLocations locations(Path folder) throws RuleBookException {
        return LocationReader.read(RuleBookFolder.read(folder));
    }

    private static Path compile(RuleBookFolder files, Path jar) throws RuleBookException {
        DroolsRules.loadCompiler();
        RuleBookReader reader = new RuleBookReader(files);
        RuleBook book = reader.read();
        InterruptionCheck.check();
        Map<String, byte[]> model = DroolsRules.compile(reader.rules());
        InterruptionCheck.check();
        byte[] compiled = CompiledRuleBook.of(model, files, book, reader.inventory(), fill(model, book));
        try {
            return store(compiled, jar);
        } catch (IOException unwritable) {
            try {
                // If the cache is not writable, the book is compiled at each start.
                return store(compiled, Files.createTempDirectory("entente").resolve("rulebook.jar"));
            } catch (IOException noTemporaryFile) {
                throw new UncheckedIOException(noTemporaryFile);
            }
        }
    }

    private static Path store(byte[] compiled, Path jar) throws IOException {
        Path folder = jar.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + jar);
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "book", ".tmp");
        try {
            Files.write(temporary, compiled);
            return Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static ClassLoader loader(Path jar) {
        try {
            return new RuleBookClassLoader(jar);
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Fills the truth tables with Drools; the classes are written to a temporary jar. */
    private static TruthTables fill(Map<String, byte[]> model, RuleBook book) {
        try {
            Path jar = Files.createTempFile("entente", ".jar");
            try (RuleBookClassLoader loader = new RuleBookClassLoader(jar)) {
                Files.write(jar, CompiledRuleBook.jar(model));
                return TruthTables.fill(book, DroolsRules.load(loader, book));
            } finally {
                Files.delete(jar);
            }
        } catch (IOException noTemporaryFile) {
            throw new UncheckedIOException(noTemporaryFile);
        }
    }

    private static LoadedRuleBook load(ClassLoader loader) {
        return new LoadedRuleBook(
                RecordBytes.read(CompiledRuleBook.bytes(loader, CompiledRuleBook.BOOK), RuleBook.class),
                RecordBytes.read(CompiledRuleBook.bytes(loader, CompiledRuleBook.TABLES), TruthTables.class),
                loader);
    }
}
