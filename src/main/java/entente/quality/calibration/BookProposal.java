package entente.quality.calibration;

import entente.model.rule.RuleBookLocation;
import entente.quality.calibration.Calibration.StrengthChange;
import entente.rulebook.RuleBookLocations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of a rule book with the strengths of {@link Calibration}; all else is the same in every byte. */
public final class BookProposal {

    /** The weight of a card; the other alternatives are where its name can stand without being one. */
    private static final Pattern WEIGHT =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|@alliance\\s*\\(\\s*\"?([^\")]*)|\"[^\"]*\"", Pattern.DOTALL);

    private BookProposal() {}

    /**
     * @param folder of the book; copied with its cases and the books within it
     * @param target does not exist or is empty
     */
    public static void write(Path folder, RuleBookLocations locations, List<StrengthChange> changes, Path target)
            throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file), Files.readAllBytes(file));
            }
        }
        for (StrengthChange change : changes) {
            RuleBookLocation at = locations.at("rule", change.card());
            files.computeIfPresent(Path.of(at.file()), (name, bytes) -> edited(bytes, at.line(), change));
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path copy = target.resolve(file.getKey());
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.write(copy, file.getValue());
        }
    }

    private static byte[] edited(byte[] bytes, int line, StrengthChange change) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int begin = 0;
        for (int n = 1; n < line; n++) {
            begin = text.indexOf('\n', begin) + 1;
        }
        MatchResult weight = WEIGHT.matcher(text)
                .region(begin, text.length())
                .results()
                .filter(found -> found.group(1) != null)
                .findFirst()
                .orElseThrow();
        String value = weight.group(1);
        String grade = value.contains(":") ? "\\b" + change.step().orElseThrow() + "\\s*:\\s*" : "";
        value = value.replaceFirst("(" + grade + ")\\b" + change.weight() + "\\b", "$1" + change.nearest());
        return (text.substring(0, weight.start(1)) + value + text.substring(weight.end(1)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
