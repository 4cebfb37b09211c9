package entente.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** The parts of a workbook, unpacked within limits. A workbook with macros or links to other files is refused. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class WorkbookParts {

    static final int MAX_PARTS = 100;
    static final int MAX_BYTES = 16 << 20;
    /** Unpacked bytes for each packed one; usual workbooks have 4 to 20. */
    static final int MAX_RATIO = 100;

    private static final int SMALL = 1 << 20;
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument";
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final List<String> LINKED =
            List.of("xl/externallinks/", "xl/connections.xml", "xl/embeddings/", "xl/activex/", "xl/querytables/");

    private final Map<String, byte[]> parts;

    static WorkbookParts unpack(byte[] bytes) {
        if (FirstBytes.isCompoundFile(bytes)) {
            boolean encrypted = new String(bytes, StandardCharsets.UTF_16LE).contains(ENCRYPTED);
            throw encrypted
                    ? new RefusedFileException(
                            "ENCRYPTED", "The workbook is protected by a password: save it without one.")
                    : new RefusedFileException(
                            "NOT_XLSX", "This is a workbook of an older form (.xls): save it as .xlsx.");
        }
        if (!FirstBytes.isZip(bytes)) {
            throw RefusedFileException.damaged();
        }
        Map<String, byte[]> parts = new HashMap<>();
        entries(bytes).forEach((name, content) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            refuseActive(lower);
            if (parts.putIfAbsent(lower, content) != null) {
                throw RefusedFileException.damaged();
            }
        });
        WorkbookParts unpacked = new WorkbookParts(parts);
        unpacked.refuseOpenDocument();
        unpacked.refuseMacroType();
        return unpacked;
    }

    /**
     * The entries of a zip file in its order. They are read by its directory, as spreadsheet programs do, for which Java
     * needs a file: a stream cannot read all that these programs write.
     */
    static Map<String, byte[]> entries(byte[] bytes) {
        Path file = temporary(bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return entries(zip, bytes.length);
        } catch (IOException | IllegalArgumentException damaged) {
            throw RefusedFileException.damaged();
        } finally {
            delete(file);
        }
    }

    private static Path temporary(byte[] bytes) {
        try {
            Path file = Files.createTempFile("entente", ".zip");
            try {
                return Files.write(file, bytes);
            } catch (IOException full) {
                delete(file);
                throw full;
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Map<String, byte[]> entries(ZipFile zip, int packed) throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw new RefusedFileException(
                    "TOO_LARGE", "The workbook has more than " + MAX_PARTS + " parts; a scenario needs ten.");
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] content = in.readNBytes(MAX_BYTES - total + 1);
                total += content.length;
                if (total > MAX_BYTES || (total > SMALL && total / MAX_RATIO > packed)) {
                    throw new RefusedFileException("TOO_LARGE", "The workbook is too large when it is unpacked.");
                }
                if (entries.putIfAbsent(entry.getName(), content) != null) {
                    throw RefusedFileException.damaged();
                }
            }
        }
        return entries;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException remains) {
            file.toFile().deleteOnExit();
        }
    }

    private static void refuseActive(String name) {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            throw macros();
        }
        if (LINKED.stream().anyMatch(name::startsWith)) {
            throw new RefusedFileException(
                    "EXTERNAL_LINK",
                    "The workbook refers to other files or holds embedded objects: remove them, and paste values.");
        }
    }

    private void refuseOpenDocument() {
        boolean openDocument = part("mimetype")
                .map(type -> new String(type, StandardCharsets.UTF_8))
                .filter(type -> type.startsWith(OPEN_DOCUMENT))
                .isPresent();
        if (openDocument) {
            throw new RefusedFileException(
                    "NOT_XLSX", "This is an OpenDocument file (.ods), which is not read: save it as .xlsx or .csv.");
        }
    }

    private void refuseMacroType() {
        boolean macros = part("[content_types].xml")
                .map(types -> new String(types, StandardCharsets.UTF_8))
                .filter(types -> types.toLowerCase(Locale.ROOT).contains("macroenabled"))
                .isPresent();
        if (macros) {
            throw macros();
        }
    }

    private static RefusedFileException macros() {
        return new RefusedFileException("MACRO", "The workbook holds macros: save it as .xlsx, without them.");
    }

    /** A part by its name; names of parts do not depend on case. */
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name.toLowerCase(Locale.ROOT)));
    }
}
