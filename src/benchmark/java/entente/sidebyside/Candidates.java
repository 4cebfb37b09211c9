package entente.sidebyside;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All engines by name, in the order of the table. A further one is a class and a line here. */
final class Candidates {

    static final String BASELINE = "Drools sessions";

    private Candidates() {}

    /** @param node the folder of the engines of npm, if they are installed */
    static Map<String, Function<Workload, Candidate>> all(Optional<Path> node) {
        Map<String, Function<Workload, Candidate>> all = new LinkedHashMap<>();
        all.put(BASELINE, DroolsReadings::new);
        all.put("Drools sessions, one fact", DroolsScenarios::new);
        all.put("Entente, truth tables", EntenteTables::new);
        all.put("Entente, whole scoring", EntenteScoring::new);
        all.put("handwritten Java", HandwrittenJava::new);
        all.put("Evrete", EvreteSessions::new);
        all.put("Easy Rules", EasyRules::new);
        all.put("Drools DMN", DroolsDmn::new);
        node.ifPresent(folder -> {
            all.put("json-rules-engine", workload -> new NodeCandidate(folder, "json-rules-engine", workload));
            all.put("GoRules Zen", workload -> new NodeCandidate(folder, "zen", workload));
        });
        return all;
    }
}
