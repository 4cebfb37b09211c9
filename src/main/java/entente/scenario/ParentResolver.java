package entente.scenario;

import entente.document.Document;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.model.Problem;
import entente.scenario.ScenarioFileParser.ScenarioFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Resolves the ancestors of a scenario through {@code extends}. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ParentResolver {

    private static final int MAX_ANCESTORS = 16;

    private final Vocabulary vocabulary;
    private final ScenarioSource source;
    private final ProblemCollector problems;

    /** The file and its ancestors, nearest first; empty if one of them is missing or invalid. */
    Optional<Lineage> resolve(ScenarioFile scenario) {
        List<ScenarioFile> files = new ArrayList<>(List.of(scenario));
        List<String> ids = new ArrayList<>(List.of(scenario.id()));
        ScenarioFile last = scenario;
        while (last.parent().isPresent()) {
            String id = last.parent().get();
            if (ids.contains(id)) {
                return reject(
                        scenario,
                        "CYCLE",
                        "The scenarios extend each other in a circle: " + String.join(" → ", ids) + " → " + id + ".");
            }
            if (ids.size() > MAX_ANCESTORS) {
                return reject(
                        scenario, "TOO_MANY_PARENTS", "More than " + MAX_ANCESTORS + " scenarios extend each other.");
            }
            Optional<ScenarioFile> parent = parent(scenario, last, id);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            files.add(parent.get());
            ids.add(id);
            last = parent.get();
        }
        Lineage lineage = new Lineage(files);
        lineage.checkSources(problems);
        return Optional.of(lineage);
    }

    private Optional<ScenarioFile> parent(ScenarioFile scenario, ScenarioFile child, String id) {
        Optional<Document> document = source.document(id, vocabulary::takesPercentage);
        if (document.isEmpty()) {
            if (child.id().equals(scenario.id())) {
                at(scenario).rejectUnknown("UNKNOWN_PARENT", "scenario", id, others(id));
                return Optional.empty();
            }
            return reject(
                    scenario,
                    "UNKNOWN_PARENT",
                    "Its parent " + child.id() + " extends \"" + id + "\", which does not exist.");
        }
        ProblemCollector found = new ProblemCollector();
        Optional<ScenarioFile> parent = new ScenarioFileParser(vocabulary, found).parse(document.get());
        if (!found.isEmpty()) {
            Problem first = found.all().get(0);
            return reject(
                    scenario,
                    "PARENT_INVALID",
                    "The scenario " + id + " has " + found.count()
                            + (found.count() == 1 ? " problem: " : " problems, the first: ")
                            + first.cell().orElse(first.pointer())
                            + ": "
                            + first.detail());
        }
        return parent;
    }

    /** A file with this name is no scenario. */
    private List<String> others(String id) {
        return source.ids().stream().filter(known -> !known.equals(id)).toList();
    }

    private <T> Optional<T> reject(ScenarioFile scenario, String code, String detail) {
        at(scenario).reject(code, detail);
        return Optional.empty();
    }

    private Position at(ScenarioFile scenario) {
        return new Position("#/extends", scenario.parentLocation(), problems);
    }
}
