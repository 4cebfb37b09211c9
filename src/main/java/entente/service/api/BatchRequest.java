package entente.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.LikelihoodScale;
import entente.service.archive.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a batch. The request of a job consists of these as one line of JSON, followed by the batch.
 *
 * @param batchId identifies the batch, so that its results are stored once
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

    static BatchRequest of(ApiRequest request) {
        return new BatchRequest(
                UUID.randomUUID().toString(),
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

    /** Reads the parameters from the start of a job's request; the remainder is the batch. */
    static BatchRequest read(InputStream request) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int now = request.read(); now >= 0 && now != '\n'; now = request.read()) {
            line.write(now);
        }
        return JSON.readValue(line.toByteArray(), BatchRequest.class);
    }
}
