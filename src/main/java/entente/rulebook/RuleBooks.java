package entente.rulebook;

import entente.files.AtomicFile;
import entente.model.Subject;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens rule books. A folder is compiled if its files have changed, and the compiled book is cached by the digest of
 * the files, so that opening an unchanged folder only reads its files.
 */
public final class RuleBooks {

    /** Name of the folder of a rival book. */
    public static final String RIVAL = "rival";

    /** Ending of the marks of files that passed all checks, in the folder of compiled books. */
    private static final String VALID = ".sound";

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
                return load(CompiledRuleBook.of(cached));
            } catch (IOException | IllegalStateException broken) {
                // Damaged, or written by another build: compiled again, over it.
            }
        }
        CompiledRuleBook compiled = compile(files);
        try {
            store(compiled, cached);
        } catch (IOException unwritable) {
            // If the cache is not writable, the book is compiled at each start.
        }
        return load(compiled);
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
    public static void compile(Path folder, Path jar) throws RuleBookException, IOException {
        store(compile(RuleBookFolder.read(folder)), jar);
    }

    /**
     * The locations of the parts of a valid book in its files.
     *
     * @throws RuleBookException when the folder cannot be read
     */
    public static RuleBookLocations locations(Path folder) throws RuleBookException {
        return RuleBookLocations.of(RuleBookFolder.read(folder));
    }

    /**
     * Deletes all but the newest compiled books and validity marks, which would otherwise grow without bound. Files that cannot
     * be deleted are tried again next time.
     *
     * @param max number of files of each kind to keep
     */
    public static void prune(Path cache, int max) {
        for (String ending : List.of(".jar", VALID)) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> old = files.filter(
                                file -> file.getFileName().toString().matches("[0-9a-f]{64}\\" + ending))
                        .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
                        .skip(max)
                        .toList();
                for (Path file : old) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException unwritable) {
                // Without a folder or permission to delete, there is nothing to do.
            }
        }
    }

    /**
     * Records that files passed all checks, so that they are not checked again.
     *
     * @param digest digest of all checked files, in hexadecimal
     */
    public static void markValid(Path cache, String digest) {
        try {
            Files.createDirectories(cache);
            Files.write(cache.resolve(digest + VALID), new byte[0]);
        } catch (IOException unwritable) {
            // Without the mark the next start repeats the checks, about one second.
        }
    }

    public static boolean isValid(Path cache, String digest) {
        return Files.isRegularFile(cache.resolve(digest + VALID));
    }

    private static CompiledRuleBook compile(RuleBookFolder files) throws RuleBookException {
        DroolsRules.loadCompiler();
        RuleBookReader reader = new RuleBookReader(files);
        RuleBook book = reader.read();
        InterruptionCheck.check();
        Map<String, byte[]> model = DroolsRules.compile(reader.rules());
        InterruptionCheck.check();
        TruthTables tables = TruthTables.fill(book, DroolsRules.load(new CompiledRuleBook(model), book));
        return CompiledRuleBook.of(model, files, book, reader.inventory(), tables);
    }

    private static void store(CompiledRuleBook compiled, Path jar) throws IOException {
        Files.createDirectories(jar.toAbsolutePath().resolveSibling(""));
        AtomicFile.write(jar, compiled.jar());
    }

    private static LoadedRuleBook load(ClassLoader loader) {
        return new LoadedRuleBook(
                RecordBytes.read(CompiledRuleBook.bytes(loader, CompiledRuleBook.BOOK), RuleBook.class),
                RecordBytes.read(CompiledRuleBook.bytes(loader, CompiledRuleBook.TABLES), TruthTables.class),
                loader);
    }
}
