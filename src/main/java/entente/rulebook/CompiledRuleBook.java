package entente.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The jar of a compiled book: Drools classes, normal form with its digests, truth tables and the digest of the source files. */
final class CompiledRuleBook {

    static final String BOOK = "entente-book/book.json";
    static final String DIGESTS = "entente-book/digests";
    static final String INVENTORY = "entente-book/inventory.json";
    static final String TABLES = "entente-book/tables";
    private static final String KEY = "entente-book/key";

    private CompiledRuleBook() {}

    static byte[] of(byte[] model, String key, NormalForm form, TruthTables tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(model));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                // Sources of the generated classes are not needed at run time.
                if (!entry.isDirectory() && !entry.getName().endsWith(".java")) {
                    put(out, entry.getName(), in.readAllBytes());
                }
            }
            put(out, KEY, key);
            put(out, DIGESTS, form.digests().lines());
            put(out, BOOK, ascii(form.book()));
            put(out, INVENTORY, form.inventory());
            put(out, TABLES, tables.text());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        put(out, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
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
