package entente.quality.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Problem;
import entente.model.rule.RuleBook;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of a rule book, parsed and validated.
 *
 * @param cases by file name, then in file order; without cases of invalid files
 * @param refused by file name
 */
public record CaseFiles(List<RuleCase> cases, List<RefusedFile> refused) {

    /** An invalid case file with all its problems. */
    public record RefusedFile(
            @JsonProperty("file") String name,
            @JsonProperty("errors") List<Problem> problems) {}

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
            byte[] bytes = FolderScenarioSource.read(file)
                    .orElseThrow(() -> new UncheckedIOException(new IOException(name + " cannot be read")));
            String stem = name.substring(0, name.lastIndexOf('.'));
            ProblemCollector collected = new ProblemCollector();
            List<RuleCase> read = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), collected)
                    .map(fields -> new CaseFileReader(book, source, collected, stem, fields).cases())
                    .orElse(List.of());
            List<Problem> problems = collected.all().stream()
                    .distinct()
                    .sorted(ProblemCollector::byLocation)
                    .toList();
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

    /** Temporary files of editors, whose names begin with a dot, are ignored. */
    private static List<Path> files(Path folder) {
        try {
            return FolderScenarioSource.list(
                    folder, name -> FolderScenarioSource.isJson(name) && !name.startsWith("."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
