package entente.web;

import entente.json.Tree;
import entente.json.VerdictJson;
import entente.problem.ProblemWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a batch. */
final class BatchJson {

    private BatchJson() {}

    /** @param full whether each whole assessment stands in it, byte for byte as it is answered alone */
    static String write(List<BatchResult> results, boolean full) {
        List<Object> entries = new ArrayList<>();
        for (BatchResult result : results) {
            entries.add(entry(entries.size(), result, full));
        }
        int refused =
                (int) results.stream().filter(r -> r.refusal().isPresent()).count();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("assessed", results.size() - refused);
        root.put("refused", refused);
        root.put("results", entries);
        return Tree.write(root);
    }

    private static Map<String, Object> entry(int index, BatchResult result, boolean full) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("index", index);
        entry.put("status", result.status());
        result.id().ifPresent(id -> entry.put("location", Assessments.PATH + "/" + id));
        result.assessed().ifPresent(assessed -> {
            entry.put("verdict", VerdictJson.of(assessed.assessment()));
            if (full) {
                entry.put("assessment", new Tree.Written(assessed.json().strip()));
            }
        });
        result.refusal()
                .ifPresent(refusal ->
                        entry.put("problem", ProblemWriter.members(refusal, Problems.occurrence(refusal, null))));
        return entry;
    }
}
