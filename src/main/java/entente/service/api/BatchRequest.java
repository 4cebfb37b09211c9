package entente.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotencyKey;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.NewAssessment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a batch. The request of a job consists of these as one line of JSON, followed by the batch.
 *
 * @param batchId identifies the batch, so that its results are stored once; empty for one that cannot be repeated
 * @param lines whether the batch has one scenario per line
 */
record BatchRequest(
        @JsonProperty("work") String batchId,
        String owner,
        boolean keep,
        boolean full,
        LikelihoodScale scale,
        boolean lines) {

    private static final JsonMapper JSON = new JsonMapper();

    static BatchRequest of(ApiRequest request, String batchId) {
        return new BatchRequest(
                batchId,
                request.owner(),
                request.keep(),
                request.enumValue(QueryParameter.RESULTS).orElse("summary").equals("full"),
                request.scale(),
                request.hasContentType(BatchController.NDJSON));
    }

    /** The request of a job: these parameters and the batch. */
    Content prependTo(Content batch) {
        byte[] line = (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        return () -> new SequenceInputStream(new ByteArrayInputStream(line), batch.open());
    }

    /** Stores an assessment in a transaction of its own, and once, however often the batch is begun. */
    UUID storeOnce(NewAssessment assessment, int index, Archive archive, IdempotentResponses responses) {
        // Keys of callers do not begin with a space. Another rule book gives another assessment.
        String name =
                " work " + batchId + " " + index + " " + assessment.facts().rulesSha256();
        IdempotencyKey key = new IdempotencyKey(owner, name, Digest.sha256(name));
        ApiResponse answer = responses
                .execute(key, () -> {
                    UUID id = archive.add(assessment).id();
                    return new ApiResponse(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
                })
                .response();
        return UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** Reads the parameters from the start of a job's request; the remainder is the batch. */
    static BatchRequest read(InputStream request) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int now = request.read(); now >= 0 && now != '\n'; now = request.read()) {
            line.write(now);
        }
        return JSON.readValue(line.toByteArray(), BatchRequest.class);
    }
}
