package entente.service.api;

import entente.report.json.JsonWriter;
import entente.service.archive.Archive;
import entente.service.archive.NewAssessment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The result of one scenario of a batch.
 *
 * @param status that it would have had alone without being stored
 * @param member name of the member: verdict or problem
 * @param details the verdict or problem
 * @param assessment complete, if it is still to be stored or returned
 * @param id of the stored assessment; empty if it is not stored
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

    /** @param full whether to include the complete assessment, byte for byte */
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
