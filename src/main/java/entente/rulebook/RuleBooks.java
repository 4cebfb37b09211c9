package entente.rulebook;

import entente.model.rule.RuleBook;
import entente.rulebook.RuleBookReader.CheckedBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The one door to rule books. A folder is compiled when its files have changed, and the compiled book is kept by the
 * digest of the files; an unchanged folder costs one look at its bytes.
 */
public final class RuleBooks {

    private RuleBooks() {}

    /**
     * Opens the book of a folder.
     *
     * @param cache where compiled books are kept; made when it is not there
     * @throws RuleBookException with every fault of the book
     */
    public static LoadedRuleBook open(Path folder, Path cache) throws RuleBookException {
        RuleBookFolder files = RuleBookFolder.read(folder);
        String key = files.key();
        ClassLoader own = RuleBooks.class.getClassLoader();
        if (Optional.of(key).equals(CompiledRuleBook.key(own))) {
            return load(own);
        }
        Path kept = cache.resolve(key + ".jar");
        if (!Files.isRegularFile(kept)) {
            kept = compile(files, kept);
        }
        return load(loader(kept));
    }

    /**
     * Digest of the files of a book as they are, comments included: files with another digest may be another book.
     *
     * @throws RuleBookException when the folder cannot be read
     */
    public static String key(Path folder) throws RuleBookException {
        return RuleBookFolder.read(folder).key();
    }

    /** Compiles the book of a folder to a jar that can stand on the class path. */
    public static void compile(Path folder, Path jar) throws RuleBookException {
        compile(RuleBookFolder.read(folder), jar);
    }

    /**
     * Where each part of a sound book stands in its files.
     *
     * @throws RuleBookException when the folder cannot be read
     */
    public static RuleBookLocations locations(Path folder) throws RuleBookException {
        return LocationReader.read(RuleBookFolder.read(folder));
    }

    private static Path compile(RuleBookFolder files, Path jar) throws RuleBookException {
        CheckedBook checked = new RuleBookReader(files).read();
        InterruptionCheck.check();
        byte[] model = RuleCompiler.compile(checked.rules());
        InterruptionCheck.check();
        byte[] compiled = CompiledRuleBook.of(model, files.key(), checked.form(), fill(model, checked.form()));
        try {
            return store(compiled, jar);
        } catch (IOException noSuchPlace) {
            try {
                // A folder that cannot be written to costs time at each start, not the answer.
                return store(compiled, Files.createTempDirectory("entente").resolve("rulebook.jar"));
            } catch (IOException noPlaceAtAll) {
                throw new UncheckedIOException(noPlaceAtAll);
            }
        }
    }

    private static Path store(byte[] compiled, Path jar) throws IOException {
        Path folder = jar.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + jar);
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "book", ".tmp");
        try {
            Files.write(fresh, compiled);
            return Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static ClassLoader loader(Path jar) {
        try {
            return new RuleBookClassLoader(jar.toUri().toURL(), RuleBooks.class.getClassLoader());
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Asks Drools what the tables of the book are; the classes go to a file for as long as that takes. */
    private static TruthTables fill(byte[] model, NormalForm form) {
        try {
            Path jar = Files.createTempFile("entente", ".jar");
            try (RuleBookClassLoader loader =
                    new RuleBookClassLoader(jar.toUri().toURL(), RuleBooks.class.getClassLoader())) {
                Files.write(jar, model);
                RuleBook book = NormalForm.read(form.book(), form.sha256());
                return TruthTables.fill(
                        book, DroolsInference.load(loader, book.rules().size()));
            } finally {
                Files.delete(jar);
            }
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    private static LoadedRuleBook load(ClassLoader loader) {
        RuleBook book = NormalForm.read(
                CompiledRuleBook.text(loader, CompiledRuleBook.BOOK),
                CompiledRuleBook.text(loader, CompiledRuleBook.SHA256));
        return new LoadedRuleBook(book, TruthTables.of(CompiledRuleBook.text(loader, CompiledRuleBook.TABLES)), loader);
    }
}
