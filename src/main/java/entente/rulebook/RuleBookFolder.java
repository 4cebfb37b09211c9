package entente.rulebook;

import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.model.Engine;
import entente.model.rule.RuleBookFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a rule book in its folder: {@code *.drl} and three YAML files; other files are ignored. A book without a
 * catalogue in a subfolder of another book uses the catalogue of that book.
 *
 * @param files by name; a shared catalogue by its relative path
 */
record RuleBookFolder(Map<String, byte[]> files) {

    static final String INDICATORS = "indicators.yaml";
    static final String WEIGHTS = "weights.yaml";
    static final String INVENTORY = "inventory.yaml";
    static final String SHARED_INDICATORS = "../" + INDICATORS;
    private static final List<String> YAML = List.of(INDICATORS, WEIGHTS, INVENTORY);
    private static final String DRL = ".drl";

    /** Thirty times the largest bundled file; parsing larger files is slow. */
    private static final int MAX_DRL_BYTES = 1 << 20;

    /** Must be increased when the meaning of the files or the content of a compiled book changes, so that older compiled books are not used. */
    private static final String FORMAT = "entente-book-14";

    static RuleBookFolder read(Path folder) throws RuleBookException {
        Map<String, byte[]> files = new TreeMap<>();
        FaultCollector faults = new FaultCollector();
        try (Stream<Path> listing = Files.list(folder)) {
            Path home = folder.toRealPath();
            for (Path file : listing.toList()) {
                String name = file.getFileName().toString();
                if (isRuleBookFile(name)) {
                    files.put(name, bytes(file, home, faults));
                }
            }
            if (!files.containsKey(INDICATORS)) {
                shareCatalogue(folder, files);
            }
        } catch (IOException unreadable) {
            throw new RuleBookException(
                    List.of(new RuleBookFault("", 0, "UNREADABLE", "The folder of the rule book cannot be read.")));
        }
        faults.throwIfAny();
        return new RuleBookFolder(files);
    }

    /** Files whose names begin with a dot are ignored, as editors use them for unsaved changes. */
    private static boolean isRuleBookFile(String name) {
        return YAML.contains(name) || (name.endsWith(DRL) && !name.startsWith("."));
    }

    private static byte[] bytes(Path file, Path home, FaultCollector faults) {
        String name = file.getFileName().toString();
        int maxBytes = name.endsWith(DRL) ? MAX_DRL_BYTES : DocumentLimits.BOOK.bytes();
        try {
            if (!file.toRealPath().startsWith(home)) {
                faults.add(name, 0, "FOREIGN_LINK", "This is a link, and it leads out of the folder.");
            } else if (!Files.isRegularFile(file)) {
                faults.add(name, 0, "UNREADABLE", "This is not a file.");
            } else if (Files.size(file) > maxBytes) {
                faults.add(name, 0, "TOO_LARGE", "The file has more than " + maxBytes + " bytes.");
            } else {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            faults.add(name, 0, "UNREADABLE", "The file cannot be read.");
        }
        return new byte[0];
    }

    /** The real path of the folder is used, so that links and relative paths give the same book. */
    private static void shareCatalogue(Path folder, Map<String, byte[]> files) throws IOException {
        Path parent = folder.toRealPath().getParent();
        Path shared = parent == null ? null : parent.resolve(INDICATORS);
        if (shared != null && Files.isRegularFile(shared)) {
            files.put(SHARED_INDICATORS, Files.readAllBytes(shared));
        }
    }

    /** The name of the catalogue file in faults and in the digest, whether it exists or not. */
    String catalogue() {
        return sharesCatalogue() ? SHARED_INDICATORS : INDICATORS;
    }

    /** Whether the catalogue is that of the book in the parent folder. */
    boolean sharesCatalogue() {
        return files.containsKey(SHARED_INDICATORS);
    }

    /** The content of a file; nothing if it is missing. */
    byte[] bytes(String file) {
        return files.getOrDefault(file, new byte[0]);
    }

    /** The rule files by name. */
    SortedMap<String, byte[]> rules() {
        SortedMap<String, byte[]> rules = new TreeMap<>(files);
        rules.keySet().removeIf(name -> !name.endsWith(DRL));
        return rules;
    }

    /** Names and contents, with the versions of what compiles them. */
    byte[] content() {
        StringBuilder names = new StringBuilder(FORMAT).append(' ').append(Engine.VERSION);
        files.forEach(
                (name, bytes) -> names.append('\n').append(name).append(' ').append(bytes.length));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(names.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        files.values().forEach(content::writeBytes);
        return content.toByteArray();
    }

    /** Digest of the content, the name of the compiled book in a cache. */
    String key() {
        return Digest.sha256(content());
    }
}
