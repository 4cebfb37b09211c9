package entente.rulebook;

import entente.model.rule.RuleBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jar of a compiled book: Drools classes, the book and its truth tables, and the files that it was compiled from. */
final class CompiledRuleBook {

    /** The folder of the rule files as they stand, a record of what was compiled. */
    static final String RULES = "entente/rules/";

    static final String BOOK = "entente-book/book";
    static final String INVENTORY = "entente-book/inventory";
    static final String TABLES = "entente-book/tables";
    private static final String SOURCE = "entente-book/source";

    private CompiledRuleBook() {}

    static byte[] of(
            Map<String, byte[]> model, RuleBookFolder files, RuleBook book, Inventory inventory, TruthTables tables) {
        Map<String, byte[]> entries = new LinkedHashMap<>(model);
        files.rules().forEach((name, bytes) -> entries.put(RULES + name, bytes));
        entries.put(SOURCE, files.content());
        entries.put(BOOK, RecordBytes.write(book));
        entries.put(INVENTORY, RecordBytes.write(inventory));
        entries.put(TABLES, RecordBytes.write(tables));
        return jar(entries);
    }

    /** A jar with the entries of a map, in its order. */
    static byte[] jar(Map<String, byte[]> entries) {
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
}
