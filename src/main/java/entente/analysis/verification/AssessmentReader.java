package entente.analysis.verification;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads archived assessments from JSON: one, an array, or one per line. Validates what a comparison needs; unknown
 * fields may come from a later version and are accepted.
 */
public final class AssessmentReader {

    /** Largest file in bytes; a file with one assessment per line may be larger than a single assessment. */
    public static final int MAX_BYTES = 64 << 20;

    private static final byte LINE_END = '\n';

    private AssessmentReader() {}

    /** All assessments of a file, in order; at least one part. */
    public static List<ArchivedPart> read(byte[] bytes) {
        List<byte[]> lines = bytes.length > MAX_BYTES ? List.of(bytes) : lines(bytes);
        if (lines.size() > 1) {
            return IntStream.range(0, lines.size())
                    .filter(i -> !isBlank(lines.get(i)))
                    .mapToObj(i -> part("line " + (i + 1), Documents.json(lines.get(i), DocumentLimits.ASSESSMENT)))
                    .toList();
        }
        Document document = Documents.json(bytes, DocumentLimits.ASSESSMENT);
        if (document.problems().isEmpty()
                && document.root().orElse(null) instanceof Node.ListNode list
                && !list.items().isEmpty()) {
            return IntStream.range(0, list.items().size())
                    .mapToObj(i -> part(
                            "number " + (i + 1),
                            new Document(Optional.of(list.items().get(i)), List.of())))
                    .toList();
        }
        return List.of(part("", document));
    }

    /** The lines of a file with one assessment per line; otherwise the whole file as one element. */
    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == LINE_END) {
                lines.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
                // The first line of a pretty-printed assessment is not a complete object.
                if (lines.size() == 1 && !isObject(lines.get(0))) {
                    return List.of(bytes);
                }
            }
        }
        return lines.stream().filter(line -> !isBlank(line)).count() > 1 ? lines : List.of(bytes);
    }

    private static boolean isObject(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") && text.endsWith("}");
    }

    private static boolean isBlank(byte[] line) {
        return IntStream.range(0, line.length).allMatch(i -> line[i] == ' ' || line[i] == '\t' || line[i] == '\r');
    }

    private static ArchivedPart part(String at, Document document) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ArchivedAssessment> assessment = Fields.of(document, problems)
                .flatMap(
                        fields -> AssessmentParser.parse(fields, document.root().orElseThrow()));
        return new ArchivedPart(at, assessment.filter(read -> problems.isEmpty()), problems.all());
    }

    /**
     * One assessment of a file, or all its problems.
     *
     * @param location location in the file, such as "line 3"; empty for the whole file
     * @param assessment empty if and only if there are problems
     */
    public record ArchivedPart(String location, Optional<ArchivedAssessment> assessment, List<Problem> problems) {}

    /**
     * An archived assessment read from a file.
     *
     * @param resolved the included scenario in its canonical form, from which its digest is computed; a valid scenario file
     * @param root the whole document
     */
    public record ArchivedAssessment(
            String id,
            String title,
            String resolved,
            Provenance provenance,
            Percent percent,
            LikelihoodScale scale,
            Node root) {}
}
