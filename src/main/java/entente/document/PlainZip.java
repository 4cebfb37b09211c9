package entente.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a workbook or a Word document again without the time at which it was written: equal input gives equal bytes. */
public final class PlainZip {

    /** Not the first moment that a zip file can hold: Java would write that again in UTC, by the zone of this machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String TIMES = "<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>";

    private PlainZip() {}

    /** By the directory of the zip file, for which Java needs a file: a stream cannot read what the library writes. */
    public static byte[] of(byte[] document) throws IOException {
        Path file = Files.createTempFile("entente", ".zip");
        try {
            Files.write(file, document);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return again(zip);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] again(ZipFile zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                byte[] content;
                try (InputStream in = zip.getInputStream(part)) {
                    content = in.readAllBytes();
                }
                if (part.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll(TIMES, "")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
