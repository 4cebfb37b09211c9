package entente.quality.cases;

import entente.document.DocumentLimits;
import entente.model.Problem;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseReport.RefusedFile;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of a rule book, parsed and validated.
 *
 * @param cases by file name, then in file order; without cases of invalid files
 * @param refused by file name
 */
public record CaseFiles(List<RuleCase> cases, List<RefusedFile> refused) {

    private static final String JSON = ".json";
    private static final String SCHEMA = ".schema.json";
    private static final Comparator<Problem> BY_LOCATION = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer)
            .thenComparing(Problem::code)
            .thenComparing(Problem::detail);

    /** The folder of the cases of a rule book. */
    public static Path folder(Path rulesFolder) {
        return rulesFolder.resolve("cases");
    }

    /**
     * Reads every {@code *.json} of a folder except schemas.
     *
     * @param source source of scenarios that cases extend
     */
    public static CaseFiles read(Path folder, RuleBook book, ScenarioSource source) {
        List<RuleCase> cases = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            CaseParser parser = new CaseParser(book, source, name.substring(0, name.length() - JSON.length()));
            List<RuleCase> read = parser.parse(bytes(file));
            List<Problem> problems =
                    parser.problems().stream().distinct().sorted(BY_LOCATION).toList();
            if (problems.isEmpty()) {
                cases.addAll(read);
            } else {
                refused.add(new RefusedFile(name, problems));
            }
        }
        return new CaseFiles(List.copyOf(cases), List.copyOf(refused));
    }

    public boolean isEmpty() {
        return cases.isEmpty() && refused.isEmpty();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(JSON))
                    // Temporary files of editors.
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().endsWith(SCHEMA))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(DocumentLimits.SCENARIO.bytes() + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
