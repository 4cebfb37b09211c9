package entente.scenario;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Text;
import entente.model.Assumptions;
import entente.model.Reading;
import entente.scenario.ParentResolver.Lineage;
import entente.scenario.ScenarioFileParser.ScenarioFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;

/** Reads and validates scenarios for all interfaces of the application. */
@RequiredArgsConstructor
public final class ScenarioReader {

    private final Vocabulary vocabulary;

    /** Whether a cell in the format of a percentage can be a reading of this indicator. */
    public boolean takesPercentage(String indicator) {
        return vocabulary.takesPercentage(indicator);
    }

    public ScenarioResult read(byte[] bytes, ScenarioSource source) {
        return read(bytes, source, ScenarioOverrides.NONE);
    }

    /**
     * Reads a scenario, applies its parents and then the overrides.
     *
     * @param source provides the parents
     */
    public ScenarioResult read(byte[] bytes, ScenarioSource source, ScenarioOverrides overrides) {
        ProblemCollector problems = ProblemCollector.bounded();
        return read(new ScenarioFileParser(vocabulary, problems).parse(bytes), source, overrides, problems);
    }

    /**
     * Reads a scenario that is part of a larger document, such as a worked case; locations refer to that document.
     *
     * @param root an object with the members of a scenario file
     */
    public ScenarioResult read(Node root, ScenarioSource source) {
        return read(root, source, ScenarioOverrides.NONE);
    }

    public ScenarioResult read(Node root, ScenarioSource source, ScenarioOverrides overrides) {
        ProblemCollector problems = ProblemCollector.bounded();
        return read(new ScenarioFileParser(vocabulary, problems).parse(root), source, overrides, problems);
    }

    private ScenarioResult read(
            Optional<ScenarioFile> file,
            ScenarioSource source,
            ScenarioOverrides overrides,
            ProblemCollector problems) {
        Optional<Lineage> lineage = file.flatMap(f -> new ParentResolver(vocabulary, source, problems).resolve(f));
        Map<String, Reading> overridden = readingOverrides(overrides.readings(), problems);
        Assumptions assumptions = assumptions(file, overrides, problems);
        if (!problems.isEmpty() || lineage.isEmpty()) {
            return new ScenarioResult.Refused(problems.all());
        }
        return new ScenarioResult.Accepted(lineage.get().resolve(vocabulary.catalogue(), overridden, assumptions));
    }

    private Map<String, Reading> readingOverrides(Map<String, String> given, ProblemCollector problems) {
        Map<String, Reading> overridden = new TreeMap<>();
        given.forEach((id, text) -> {
            Position at = new Position(ScenarioOverrides.SET + id, SourceLocation.NONE, problems);
            vocabulary
                    .catalogue()
                    .find(id)
                    .ifPresentOrElse(
                            indicator -> ReadingParser.parse(indicator, text, at)
                                    .ifPresent(reading -> overridden.put(id, reading)),
                            () -> vocabulary.rejectIndicator(id, at));
        });
        return overridden;
    }

    private Assumptions assumptions(
            Optional<ScenarioFile> file, ScenarioOverrides overrides, ProblemCollector problems) {
        Assumptions assumptions = file.map(ScenarioFile::assumptions).orElse(Assumptions.NONE);
        if (overrides.assumptions().isPresent()) {
            ProblemCollector found = ProblemCollector.bounded();
            Optional<Assumptions> given = Fields.of(
                            Documents.json(overrides.assumptions().get(), DocumentLimits.SCENARIO), found)
                    .map(new AssumptionsParser(vocabulary.under(assumptions), found)::parse);
            String name = overrides
                    .assumptionsName()
                    .map(text -> Text.printable(text) + " ")
                    .orElse("");
            problems.addAll(found.all(), pointer -> "--assumptions " + name + pointer);
            assumptions = given.isPresent() ? AssumptionsParser.merge(assumptions, given.get()) : assumptions;
        }
        return AssumptionsParser.merge(assumptions, new AssumptionsParser(vocabulary, problems).options(overrides));
    }
}
