package entente.web;

import entente.archive.Content;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Limits;
import entente.document.Problems;
import entente.domain.ScaleOfWords;
import entente.json.Tree;
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
 * What is asked of a batch. The request of a job is this as one line of JSON, then the batch as it came.
 *
 * @param work names this order, so that what is kept for it is kept once
 * @param lines whether the batch has one scenario a line
 */
record BatchOrder(String work, String owner, boolean keep, boolean full, ScaleOfWords scale, boolean lines) {

    static BatchOrder of(Asked asked) {
        return new BatchOrder(
                UUID.randomUUID().toString(),
                asked.owner(),
                asked.truth(Query.KEEP, true),
                asked.word(Query.RESULTS).orElse("summary").equals("full"),
                asked.word(Query.SCALE, ScaleOfWords.class).orElse(ScaleOfWords.ICD203),
                asked.hasMedia(Batches.LINES));
    }

    /** This and the batch as the request of a job. */
    Content before(Content batch) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("work", work);
        head.put("owner", owner);
        head.put("keep", keep);
        head.put("full", full);
        head.put("scale", scale.name());
        head.put("lines", lines);
        byte[] line = (Tree.write(head).strip().replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8);
        return () -> new SequenceInputStream(new ByteArrayInputStream(line), batch.open());
    }

    /** Takes the order from the start of a job's request; what is left of it is the batch. */
    static BatchOrder read(InputStream request) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int now = request.read(); now >= 0 && now != '\n'; now = request.read()) {
            line.write(now);
        }
        Problems problems = new Problems();
        Fields head = Documents.json(line.toByteArray(), Limits.SCENARIO)
                .root()
                .flatMap(root -> Fields.of(root, "#", problems))
                .orElseThrow();
        return new BatchOrder(
                head.text("work").orElseThrow(),
                head.text("owner").orElseThrow(),
                head.truth("keep").orElseThrow(),
                head.truth("full").orElseThrow(),
                ScaleOfWords.valueOf(head.text("scale").orElseThrow()),
                head.truth("lines").orElseThrow());
    }
}
