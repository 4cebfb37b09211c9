package entente.web;

import entente.document.Documents;
import entente.document.Fields;
import entente.document.Limits;
import entente.document.Problems;
import entente.domain.ScaleOfWords;
import entente.json.Tree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is asked of a batch, as long work remembers it: one line of JSON, then the batch as it came.
 *
 * @param work names this order, so that what is kept for it is kept once
 * @param lines whether the batch has one scenario a line
 */
record BatchOrder(
        String work, String owner, boolean keep, boolean full, ScaleOfWords scale, boolean lines, byte[] batch) {

    static BatchOrder of(Asked asked) {
        return new BatchOrder(
                UUID.randomUUID().toString(),
                asked.owner(),
                asked.truth(Query.KEEP, true),
                asked.word(Query.RESULTS).orElse("summary").equals("full"),
                asked.word(Query.SCALE, ScaleOfWords.class).orElse(ScaleOfWords.ICD203),
                asked.hasMedia(Batches.LINES),
                asked.body());
    }

    List<byte[]> items() {
        return lines ? BatchItems.lines(batch) : BatchItems.list(batch);
    }

    byte[] written() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("work", work);
        head.put("owner", owner);
        head.put("keep", keep);
        head.put("full", full);
        head.put("scale", scale.name());
        head.put("lines", lines);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Tree.write(head).replace("\n", " ").getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        bytes.writeBytes(batch);
        return bytes.toByteArray();
    }

    static BatchOrder read(byte[] written) {
        int end = 0;
        while (written[end] != '\n') {
            end++;
        }
        Problems problems = new Problems();
        Fields head = Documents.json(Arrays.copyOf(written, end), Limits.SCENARIO)
                .root()
                .flatMap(root -> Fields.of(root, "#", problems))
                .orElseThrow();
        return new BatchOrder(
                head.text("work").orElseThrow(),
                head.text("owner").orElseThrow(),
                head.truth("keep").orElseThrow(),
                head.truth("full").orElseThrow(),
                ScaleOfWords.valueOf(head.text("scale").orElseThrow()),
                head.truth("lines").orElseThrow(),
                Arrays.copyOfRange(written, end + 1, written.length));
    }
}
