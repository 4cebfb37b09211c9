package entente.rules;

import entente.document.Digest;
import entente.domain.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rule book as they lie in its folder: {@code *.drl} and the three YAML files; everything else is not read. */
record RulesFolder(Map<String, byte[]> files) {

    static final String INDICATORS = "indicators.yaml";
    static final String WEIGHTS = "weights.yaml";
    static final String INVENTORY = "inventory.yaml";
    private static final List<String> YAML = List.of(INDICATORS, WEIGHTS, INVENTORY);
    private static final String DRL = ".drl";

    /** Raised when the meaning of the files changes, so that no older compiled book is taken for them. */
    private static final String FORMAT = "entente-book-4";

    static RulesFolder read(Path folder) throws RuleBookException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> listing = Files.list(folder)) {
            for (Path file : listing.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(DRL) || YAML.contains(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new RuleBookException(
                    List.of(new BookFault("", 0, "UNREADABLE", "The folder of the rule book cannot be read.")));
        }
        return new RulesFolder(files);
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
