package entente.rulebook;

import entente.model.rule.Inventory;
import entente.model.rule.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the jar of a compiled book: Drools classes, the book and its truth tables, and the files that it was
 * compiled from. Loads its own entries first, as another book can be on the class path.
 */
final class CompiledRuleBook extends ClassLoader {

    /** The folder of the rule files as they stand, a record of what was compiled. */
    static final String RULES = "entente/rules/";

    static final String BOOK = "entente-book/book";
    static final String INVENTORY = "entente-book/inventory";
    static final String TABLES = "entente-book/tables";
    static final String CATALOGUE = "entente-book/indicators.yaml";
    static final String WEIGHTS = "entente-book/weights.yaml";
    private static final String SOURCE = "entente-book/source";

    private final Map<String, byte[]> entries;

    CompiledRuleBook(Map<String, byte[]> entries) {
        super(CompiledRuleBook.class.getClassLoader());
        this.entries = entries;
    }

    static CompiledRuleBook of(
            Map<String, byte[]> model, RuleBookFolder files, RuleBook book, Inventory inventory, TruthTables tables) {
        Map<String, byte[]> entries = new LinkedHashMap<>(model);
        files.rules().forEach((name, bytes) -> entries.put(RULES + name, bytes));
        entries.put(CATALOGUE, files.bytes(files.catalogue()));
        entries.put(WEIGHTS, files.bytes(RuleBookFolder.WEIGHTS));
        entries.put(SOURCE, files.content());
        entries.put(BOOK, RecordBytes.write(book));
        entries.put(INVENTORY, RecordBytes.write(inventory));
        entries.put(TABLES, RecordBytes.write(tables));
        return new CompiledRuleBook(entries);
    }

    byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(content.getValue());
                out.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    static CompiledRuleBook of(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new CompiledRuleBook(entries);
    }

    /** Whether the compiled book on the class path of this loader, if there is one, was compiled from these files. */
    static boolean isOf(RuleBookFolder files, ClassLoader loader) {
        return loader.getResource(SOURCE) != null && Arrays.equals(bytes(loader, SOURCE), files.content());
    }

    static byte[] bytes(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a compiled book lacks its " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] own = entries.get(name.replace('.', '/') + ".class");
        if (own == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, own, 0, own.length) : loaded;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] own = entries.get(name);
        return own == null ? null : new ByteArrayInputStream(own);
    }
}
