package entente.service.api;

import entente.report.json.JsonWriter;
import entente.service.archive.Archive;
import entente.service.archive.NewAssessment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of one scenario of a batch, in as little memory as the answer needs.
 *
 * @param status that it would have had alone, were it not kept
 * @param member name of what is told of it, verdict or problem
 * @param told the verdict or problem
 * @param assessment whole, where it is still to be kept or answered
 * @param id under which it is kept; empty where it is not
 */
record BatchResult(
        int status, String member, Map<String, Object> details, Optional<NewAssessment> assessment, Optional<UUID> id) {

    BatchResult store(Archive archive, boolean full) {
        if (assessment.isEmpty() || id.isPresent()) {
            return this;
        }
        UUID kept = archive.add(assessment.get()).id();
        return new BatchResult(status, member, details, full ? assessment : Optional.empty(), Optional.of(kept));
    }

    /** @param full whether the whole assessment stands in it, byte for byte as it is answered alone */
    Map<String, Object> entry(int index, boolean full) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("index", index);
        entry.put("status", id.isPresent() ? 201 : status);
        id.ifPresent(kept -> entry.put("location", AssessmentController.PATH + "/" + kept));
        entry.put(member, details);
        if (full) {
            assessment.ifPresent(whole ->
                    entry.put("assessment", new JsonWriter.Written(whole.json().strip())));
        }
        return entry;
    }
}
