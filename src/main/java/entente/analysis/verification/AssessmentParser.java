package entente.analysis.verification;

import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Fields;
import entente.document.Node;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Validates the document tree of one assessment and collects its problems. */
final class AssessmentParser {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private AssessmentParser() {}

    /** The assessment; valid only if there are no problems. */
    static Optional<ArchivedAssessment> parse(Fields fields, Node root) {
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
        Optional<Provenance> provenance = fields.object("provenance").map(AssessmentParser::provenance);
        Optional<Fields> likelihood = fields.object("verdict").flatMap(verdict -> verdict.requiredObject("likelihood"));
        Optional<Percent> percent = likelihood.flatMap(AssessmentParser::percent);
        Optional<LikelihoodScale> scale = likelihood.flatMap(AssessmentParser::scale);
        Optional<Fields> included = fields.object("scenario");
        Optional<String> id = included.flatMap(s -> s.requiredText("id"));
        Optional<String> title = included.flatMap(s -> s.requiredText("title"));
        Optional<String> resolved = included.flatMap(AssessmentParser::resolved);
        if (!fields.at().problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArchivedAssessment(
                id.orElseThrow(),
                title.orElseThrow(),
                resolved.orElseThrow(),
                provenance.orElseThrow(),
                percent.orElseThrow(),
                scale.orElseThrow(),
                root));
    }

    private static Provenance provenance(Fields fields) {
        Optional<String> engine = fields.requiredText("engine");
        Optional<String> schema = fields.requiredText("schema");
        fields.at("schema")
                .check(
                        schema,
                        Provenance.READABLE_SCHEMAS::contains,
                        "UNKNOWN_VERSION",
                        "This engine reads other versions of the schema.",
                        Provenance.READABLE_SCHEMAS.toArray(String[]::new));
        Optional<Fields> rules = fields.requiredObject("rules");
        Optional<String> version = rules.flatMap(r -> r.requiredText("version"));
        Optional<String> sha256 = rules.flatMap(r -> digest(r, "sha256", r.requiredText("sha256")));
        Optional<String> texts = rules.flatMap(r -> digest(r, "textsSha256", r.text("textsSha256")));
        return new Provenance(engine.orElse(""), version.orElse(""), sha256.orElse(""), texts, schema.orElse(""));
    }

    private static Optional<String> digest(Fields fields, String name, Optional<String> given) {
        return fields.at(name)
                .check(given, SHA256.asMatchPredicate(), "BAD_DIGEST", "A digest is 64 digits from 0 to 9 and a to f.");
    }

    /** A likelihood as written by the engine: 1 to 99 percent, in tenths. */
    private static Optional<Percent> percent(Fields likelihood) {
        return likelihood
                .at("percent")
                .check(
                        likelihood.requiredNumber("percent"),
                        percent -> Math.rint(percent * 10) / 10 == percent
                                && percent >= Percent.LOWEST.value()
                                && percent <= Percent.HIGHEST.value(),
                        "OUT_OF_RANGE",
                        "A likelihood lies between 1 and 99 percent and has one decimal.")
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
}
