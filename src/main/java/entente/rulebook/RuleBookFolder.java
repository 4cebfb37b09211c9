package entente.rulebook;

import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.model.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a rule book as they lie in its folder: {@code *.drl} and the three YAML files; everything else is not
 * read. A book without a catalogue that lies in a folder below another book's reads the same things as that one, so it
 * shares that catalogue.
 *
 * @param files by name; a shared catalogue by its way up
 */
record RuleBookFolder(Map<String, byte[]> files) {

    static final String INDICATORS = "indicators.yaml";
    static final String WEIGHTS = "weights.yaml";
    static final String INVENTORY = "inventory.yaml";
    static final String PARENT = "../";
    private static final String SHARED_INDICATORS = PARENT + INDICATORS;
    private static final List<String> YAML = List.of(INDICATORS, WEIGHTS, INVENTORY);
    private static final String DRL = ".drl";

    /** Thirty times the largest that ships; the parser takes its time over what is larger. */
    private static final int MAX_DRL_BYTES = 1 << 20;

    /** Raised when the meaning of the files changes, so that no older compiled book is taken for them. */
    private static final String FORMAT = "entente-book-5";

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

    /** Editors keep what is half written under names that begin with a dot. */
    private static boolean isRuleBookFile(String name) {
        return YAML.contains(name) || (name.endsWith(DRL) && !name.startsWith("."));
    }

    private static byte[] bytes(Path file, Path home, FaultCollector faults) {
        String name = file.getFileName().toString();
        int most = name.endsWith(DRL) ? MAX_DRL_BYTES : DocumentLimits.BOOK.bytes();
        try {
            if (!file.toRealPath().startsWith(home)) {
                faults.add(name, 0, "FOREIGN_LINK", "This is a link, and it leads out of the folder.");
            } else if (!Files.isRegularFile(file)) {
                faults.add(name, 0, "UNREADABLE", "This is no file.");
            } else if (Files.size(file) > most) {
                faults.add(name, 0, "TOO_LARGE", "The file has more than " + most + " bytes.");
            } else {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            faults.add(name, 0, "UNREADABLE", "The file cannot be read.");
        }
        return new byte[0];
    }

    /** Where the folder really lies decides: a link to it, or a dot, makes no other book of it. */
    private static void shareCatalogue(Path folder, Map<String, byte[]> files) throws IOException {
        Path above = folder.toRealPath().getParent();
        Path shared = above == null ? null : above.resolve(INDICATORS);
        if (shared != null && Files.isRegularFile(shared)) {
            files.put(SHARED_INDICATORS, Files.readAllBytes(shared));
        }
    }

    /** The name of the catalogue, as faults and the digest of the files name it; whether it is there or not. */
    String catalogue() {
        return sharesCatalogue() ? SHARED_INDICATORS : INDICATORS;
    }

    /** Whether the catalogue is that of the book in the folder above. */
    boolean sharesCatalogue() {
        return files.containsKey(SHARED_INDICATORS);
    }

    List<String> ruleFiles() {
        return files.keySet().stream().filter(name -> name.endsWith(DRL)).toList();
    }

    /** Digest of names and bytes: tells a compiled book whether it is still this folder's. */
    String key() {
        StringBuilder sum = new StringBuilder(FORMAT).append(' ').append(Engine.VERSION);
        files.forEach((name, bytes) -> sum.append('\n').append(name).append(' ').append(Digest.sha256(bytes)));
        return Digest.sha256(sum.toString().getBytes(StandardCharsets.UTF_8));
    }
}
