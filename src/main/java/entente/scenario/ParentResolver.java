package entente.scenario;

import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows {@code extends} to the oldest ancestor. */
final class ParentResolver {

    private static final int MAX_ANCESTORS = 16;

    private final Vocabulary vocabulary;
    private final ScenarioSource source;
    private final ProblemCollector problems;

    ParentResolver(Vocabulary vocabulary, ScenarioSource shelf, ProblemCollector problems) {
        this.vocabulary = vocabulary;
        this.source = shelf;
        this.problems = problems;
    }

    /** The file and its ancestors, youngest first; nothing where one of them is missing or wrong. */
    Optional<Lineage> resolve(ScenarioFile youngest) {
        List<ScenarioFile> line = new ArrayList<>(List.of(youngest));
        List<String> ids = new ArrayList<>(List.of(youngest.id()));
        ScenarioFile last = youngest;
        while (last.parent().isPresent()) {
            String id = last.parent().get();
            if (ids.contains(id)) {
                reject(
                        youngest,
                        "CYCLE",
                        "The scenarios extend each other in a circle: " + String.join(" → ", ids) + " → " + id + ".");
                return Optional.empty();
            }
            if (ids.size() > MAX_ANCESTORS) {
                reject(youngest, "TOO_MANY_PARENTS", "More than " + MAX_ANCESTORS + " scenarios extend each other.");
                return Optional.empty();
            }
            Optional<ScenarioFile> parent = parent(youngest, last, id);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            line.add(parent.get());
            ids.add(id);
            last = parent.get();
        }
        Lineage lineage = new Lineage(line);
        lineage.checkSources(problems);
        return Optional.of(lineage);
    }

    private Optional<ScenarioFile> parent(ScenarioFile youngest, ScenarioFile child, String id) {
        Optional<byte[]> bytes = source.find(id);
        if (bytes.isEmpty()) {
            if (child.id().equals(youngest.id())) {
                ValueChecks.unknown(
                        "UNKNOWN_PARENT", "scenario", id, source.ids(), "#/extends", youngest.parentLocation(), problems);
            } else {
                reject(
                        youngest,
                        "UNKNOWN_PARENT",
                        "Its parent " + child.id() + " extends \"" + id + "\", which is not there.");
            }
            return Optional.empty();
        }
        ProblemCollector found = new ProblemCollector();
        Optional<ScenarioFile> parent = new ScenarioFileParser(vocabulary, found).parse(bytes.get());
        if (!found.isEmpty()) {
            Problem first = found.all().get(0);
            reject(
                    youngest,
                    "PARENT_INVALID",
                    "The scenario " + id + " has " + found.count()
                            + (found.count() == 1 ? " problem: " : " problems, the first: ") + first.pointer() + ": "
                            + first.detail());
            return Optional.empty();
        }
        return parent;
    }

    private void reject(ScenarioFile youngest, String code, String detail) {
        SourceLocation place = youngest.parentLocation();
        problems.add("#/extends", place, code, detail);
    }
}
