package entente.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.document.JsonLines;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a batch. The request of a job consists of these as one line of JSON, followed by the batch.
 *
 * @param batchId identifies the batch, so that its results are stored once; empty for one that cannot be repeated
 */
record BatchRequest(
        @JsonProperty("work") String batchId, String owner, boolean keep, boolean full, LikelihoodScale scale) {

    static final int MAX_ITEMS = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    static BatchRequest of(ApiRequest request, String batchId) {
        return new BatchRequest(
                batchId,
                request.owner(),
                request.keep(),
                request.enumValue(QueryParameter.RESULTS).orElse("summary").equals("full"),
                request.scale());
    }

    /** The scenarios of a batch, one on each line, of which one is in memory at a time. */
    static Stream<JsonLines.Line> items(InputStream batch) {
        return JsonLines.of(new byte[0], batch, DocumentLimits.SCENARIO.bytes());
    }

    /**
     * Counts the scenarios before any evaluation, so that a malformed batch is refused as a whole.
     *
     * @throws ProblemException MALFORMED if it is empty; TOO_LARGE if there are more than {@link #MAX_ITEMS};
     *     BAD_PARAMETER if there are too many for full results
     */
    int count(Content batch) {
        int count;
        try (InputStream in = batch.open()) {
            count = (int) items(in).limit(MAX_ITEMS + 1).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (count == 0) {
            Problem empty = new Problem("#", "EMPTY", "The batch is empty.", List.of(), Optional.empty(), 0, 0);
            throw ProblemType.MALFORMED.problem("The body is malformed.", List.of(empty));
        }
        if (count > MAX_ITEMS) {
            throw ProblemType.TOO_LARGE.problem("A batch contains at most " + MAX_ITEMS + " scenarios.");
        }
        if (full && count > QueryParameter.MAX_FULL_RESULTS) {
            throw ProblemType.BAD_PARAMETER.problem(
                    "Full results are available for at most " + QueryParameter.MAX_FULL_RESULTS
                            + " scenarios of a batch, and this one has " + count
                            + "; request the summary, or fetch each stored assessment.");
        }
        return count;
    }

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
                    UUID id = archive.add(assessment);
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
