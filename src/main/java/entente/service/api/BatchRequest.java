package entente.service.api;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.LikelihoodScale;
import entente.report.json.JsonWriter;
import entente.service.archive.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The parameters of a batch. The request of a job consists of these as one line of JSON, followed by the batch.
 *
 * @param batchId identifies the batch, so that its results are stored once
 * @param lines whether the batch has one scenario per line
 */
record BatchRequest(String batchId, String owner, boolean keep, boolean full, LikelihoodScale scale, boolean lines) {

    static BatchRequest of(ApiRequest request) {
        return new BatchRequest(
                UUID.randomUUID().toString(),
                request.owner(),
                request.booleanValue(QueryParameter.KEEP, true),
                request.enumValue(QueryParameter.RESULTS).orElse("summary").equals("full"),
                request.enumValue(QueryParameter.SCALE, LikelihoodScale.class).orElse(LikelihoodScale.ICD203),
                request.hasContentType(BatchController.NDJSON));
    }

    /** The request of a job: these parameters and the batch. */
    Content prependTo(Content batch) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("work", batchId);
        head.put("owner", owner);
        head.put("keep", keep);
        head.put("full", full);
        head.put("scale", scale.name());
        head.put("lines", lines);
        byte[] line = (JsonWriter.write(head).strip().replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8);
        return () -> new SequenceInputStream(new ByteArrayInputStream(line), batch.open());
    }

    /** Reads the parameters from the start of a job's request; the remainder is the batch. */
    static BatchRequest read(InputStream request) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int now = request.read(); now >= 0 && now != '\n'; now = request.read()) {
            line.write(now);
        }
        ProblemCollector problems = new ProblemCollector();
        Fields head = Documents.json(line.toByteArray(), DocumentLimits.SCENARIO)
                .root()
                .flatMap(root -> Fields.of(root, "#", problems))
                .orElseThrow();
        return new BatchRequest(
                head.text("work").orElseThrow(),
                head.text("owner").orElseThrow(),
                head.booleanValue("keep").orElseThrow(),
                head.booleanValue("full").orElseThrow(),
                LikelihoodScale.valueOf(head.text("scale").orElseThrow()),
                head.booleanValue("lines").orElseThrow());
    }
}
