package entente.analysis.verification;

import entente.document.CanonicalJson;
import entente.document.Digest;
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
import entente.model.assessment.Provenance.RuleBookVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads archived assessments from JSON: one, a list, or one on each line. Checks what a comparison needs; anything else is
 * compared.
 */
public final class AssessmentReader {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

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
                .flatMap(fields -> parse(fields, document.root().orElseThrow()));
        return new ArchivedPart(at, assessment.filter(read -> problems.isEmpty()), problems.all());
    }

    /** The assessment; valid only if there are no problems. */
    private static Optional<ArchivedAssessment> parse(Fields fields, Node root) {
        boolean scenario = fields.has("readings") && !fields.has("scenario");
        if (scenario || (!fields.has("verdict") && !fields.has("provenance"))) {
            fields.at()
                    .reject(
                            "NOT_AN_ASSESSMENT",
                            (scenario ? "This is a scenario" : "This is not an assessment")
                                    + "; verify reads the output of entente assess --format json.");
            return Optional.empty();
        }
        fields.require("scenario", "provenance", "verdict");
        Optional<Provenance> provenance = fields.object("provenance").map(AssessmentReader::provenance);
        Optional<Fields> likelihood = fields.object("verdict").flatMap(verdict -> verdict.requiredObject("likelihood"));
        Optional<Percent> percent = likelihood.flatMap(AssessmentReader::percent);
        Optional<LikelihoodScale> scale = likelihood.flatMap(AssessmentReader::scale);
        Optional<Fields> included = fields.object("scenario");
        Optional<String> id = included.flatMap(s -> s.requiredText("id"));
        Optional<String> title = included.flatMap(s -> s.requiredText("title"));
        Optional<String> resolved = included.flatMap(AssessmentReader::resolved);
        if (!fields.at().problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArchivedAssessment(
                id.orElseThrow(),
                title.orElseThrow(),
                resolved.orElseThrow(),
                provenance.orElseThrow(),
                fields.object("provenance").flatMap(made -> made.text("schema")).orElseThrow(),
                percent.orElseThrow(),
                scale.orElseThrow(),
                root));
    }

    private static Provenance provenance(Fields fields) {
        Optional<String> engine = fields.requiredText("engine");
        fields.at("schema")
                .check(
                        fields.requiredText("schema"),
                        Provenance.READABLE_SCHEMAS::contains,
                        "UNKNOWN_VERSION",
                        "This engine reads other versions of the schema.",
                        Provenance.READABLE_SCHEMAS.toArray(String[]::new));
        Optional<Fields> rules = fields.requiredObject("rules");
        Optional<String> version = rules.flatMap(r -> r.requiredText("version"));
        Optional<String> sha256 = rules.flatMap(r -> digest(r, "sha256", r.requiredText("sha256")));
        Optional<String> texts = rules.flatMap(r -> digest(r, "textsSha256", r.text("textsSha256")));
        return new Provenance(engine.orElse(""), new RuleBookVersion(version.orElse(""), sha256.orElse(""), texts));
    }

    private static Optional<String> digest(Fields fields, String name, Optional<String> given) {
        return fields.at(name)
                .check(given, SHA256.asMatchPredicate(), "BAD_DIGEST", "A digest is 64 digits from 0 to 9 and a to f.");
    }

    /** A likelihood as written by the engine: 0.1 to 99.9 percent, in tenths. */
    private static Optional<Percent> percent(Fields likelihood) {
        return likelihood
                .at("percent")
                .check(
                        likelihood.requiredNumber("percent"),
                        percent -> Math.rint(percent * 10) / 10 == percent
                                && percent >= Percent.LOWEST.value()
                                && percent <= Percent.HIGHEST.value(),
                        "OUT_OF_RANGE",
                        "A likelihood lies between 0.1 and 99.9 percent and has one decimal.")
                .map(percent -> new Percent((int) Math.rint(percent * 10)));
    }

    private static Optional<LikelihoodScale> scale(Fields likelihood) {
        likelihood.require("scale");
        return likelihood.constant("scale", List.of(LikelihoodScale.values()), Enum::name);
    }

    /** The included scenario in its canonical form, if it matches the digest. */
    private static Optional<String> resolved(Fields scenario) {
        Optional<String> digest = digest(scenario, "sha256", scenario.requiredText("sha256"));
        Optional<Fields> inside = scenario.requiredObject("resolved");
        if (inside.isEmpty() || digest.isEmpty()) {
            return Optional.empty();
        }
        if (inside.get().has("extends")) {
            inside.get()
                    .reject(
                            "extends",
                            "NOT_RESOLVED",
                            "The scenario in an assessment must be resolved, without extends.");
            return Optional.empty();
        }
        Optional<String> canonical =
                scenario.get("resolved").flatMap(Node::toJava).map(CanonicalJson::write);
        if (canonical.isEmpty() || !Digest.sha256(canonical.get()).equals(digest.get())) {
            scenario.reject(
                    "sha256",
                    "DIGEST_DIFFERS",
                    "The scenario does not match this digest: one of them was changed after the assessment was written.");
            return Optional.empty();
        }
        return canonical;
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
            String schema,
            Percent percent,
            LikelihoodScale scale,
            Node root) {}
}
