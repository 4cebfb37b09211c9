package entente.service.workshop.result;

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

/** Writes a workbook again without the time at which it was written: equal input gives equal bytes. */
final class PlainZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private PlainZip() {}

    /** By the directory of the zip file, for which Java needs a file: a stream cannot read what the library writes. */
    static byte[] of(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("entente", ".zip");
        try {
            Files.write(file, workbook);
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
                            .replaceAll(CREATED, "")
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
