package entente.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jar of a compiled book: Drools classes, normal form with its digests, truth tables and the digest of the source files. */
final class CompiledRuleBook {

    /** The folder of the rule files as they stand, a record of what was compiled. */
    static final String RULES = "entente/rules/";

    static final String BOOK = "entente-book/book.json";
    static final String DIGESTS = "entente-book/digests";
    static final String INVENTORY = "entente-book/inventory.json";
    static final String TABLES = "entente-book/tables";
    private static final String KEY = "entente-book/key";

    private CompiledRuleBook() {}

    static byte[] of(Map<String, byte[]> model, RuleBookFolder files, NormalForm form, TruthTables tables) {
        Map<String, byte[]> entries = new LinkedHashMap<>(model);
        files.rules().forEach((name, bytes) -> entries.put(RULES + name, bytes));
        entries.put(KEY, utf8(files.key()));
        entries.put(DIGESTS, utf8(form.digests().lines()));
        entries.put(BOOK, utf8(ascii(form.book())));
        entries.put(INVENTORY, utf8(form.inventory()));
        entries.put(TABLES, utf8(tables.text()));
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With all other characters escaped: Java decodes ASCII several times faster, which shows in a cold start. */
    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return escaped.toString();
    }

    /** The key of the compiled book on the class path of this loader; empty if there is none. */
    static Optional<String> key(ClassLoader loader) {
        return loader.getResource(KEY) == null ? Optional.empty() : Optional.of(text(loader, KEY));
    }

    static String text(ClassLoader loader, String name) {
        return new String(bytes(loader, name), StandardCharsets.UTF_8);
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
