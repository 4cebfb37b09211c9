package entente.analysis.verification;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.JsonLines;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads archived assessments from JSON: one, a list, or one on each line. Checks what a comparison needs; anything else is
 * compared.
 */
public final class AssessmentReader {

    private AssessmentReader() {}

    /** The assessments of a file in order, at least one part; of one that has one on each line, a line at a time. */
    public static Stream<ArchivedPart> read(String name, InputStream in) throws IOException {
        int limit = DocumentLimits.ASSESSMENT.bytes();
        byte[] head = in.readNBytes(limit + 1);
        if (JsonLines.areIn(name, head)) {
            return JsonLines.of(head, in, limit)
                    .map(line ->
                            part("line " + line.number(), Documents.json(line.bytes(), DocumentLimits.ASSESSMENT)));
        }
        Document document = Documents.json(head, DocumentLimits.ASSESSMENT);
        if (document.problems().isEmpty()
                && document.root().orElse(null) instanceof Node.ListNode list
                && !list.items().isEmpty()) {
            return IntStream.range(0, list.items().size())
                    .mapToObj(i -> part(
                            "number " + (i + 1),
                            new Document(Optional.of(list.items().get(i)), List.of())));
        }
        return Stream.of(part("", document));
    }

    /** The one assessment of a document. */
    public static ArchivedPart read(byte[] bytes) {
        return part("", Documents.json(bytes, DocumentLimits.ASSESSMENT));
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
