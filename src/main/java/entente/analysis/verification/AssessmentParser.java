package entente.analysis.verification;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Provenance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates the document tree of one assessment and collects its problems. */
final class AssessmentParser {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> REQUIRED_FIELDS =
            List.of("scenario", "provenance", "verdict", "confidence", "points", "outsideView", "groups", "ledger");

    private final ProblemCollector problems;

    AssessmentParser(ProblemCollector problems) {
        this.problems = problems;
    }

    /** The assessment; valid only if there are no problems. */
    Optional<ArchivedAssessment> parse(Fields fields, Node root) {
        if (fields.has("readings") && !fields.has("scenario")) {
            problems.add(
                    "#",
                    fields.location(),
                    "NOT_AN_ASSESSMENT",
                    "This is a scenario; verify reads the output of entente assess --format json.");
            return Optional.empty();
        }
        if (!fields.has("verdict") && !fields.has("provenance")) {
            problems.add(
                    "#",
                    fields.location(),
                    "NOT_AN_ASSESSMENT",
                    "This is not an assessment; verify reads the output of entente assess --format json.");
            return Optional.empty();
        }
        REQUIRED_FIELDS.forEach(fields::require);
        Optional<Provenance> provenance = fields.object("provenance").flatMap(this::provenance);
        ledger(fields);
        fields.object("points").ifPresent(points -> {
            points.requiredNumber("base");
            points.require("ceilings");
            points.objects("ceilings").forEach(ceiling -> ceiling.requiredText("rule"));
        });
        Optional<Fields> likelihood = fields.object("verdict").flatMap(verdict -> {
            verdict.require("likelihood");
            return verdict.object("likelihood");
        });
        Optional<Percent> percent = likelihood.flatMap(this::percent);
        Optional<LikelihoodScale> scale = likelihood.flatMap(this::scale);
        Optional<Fields> scenario = fields.object("scenario");
        Optional<String> id = scenario.flatMap(s -> s.requiredText("id"));
        Optional<String> title = scenario.flatMap(s -> s.requiredText("title"));
        Optional<String> resolved = scenario.flatMap(this::resolved);
        if (provenance.isEmpty()
                || percent.isEmpty()
                || scale.isEmpty()
                || id.isEmpty()
                || title.isEmpty()
                || resolved.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArchivedAssessment(
                id.get(), title.get(), resolved.get(), provenance.get(), percent.get(), scale.get(), root));
    }

    private Optional<Provenance> provenance(Fields fields) {
        Optional<String> engine = fields.requiredText("engine");
        Optional<String> schema = fields.requiredText("schema");
        schema.filter(version -> !version.equals(Provenance.SCHEMA))
                .ifPresent(version -> problems.add(
                        fields.pointer("schema"),
                        fields.location("schema"),
                        "UNKNOWN_VERSION",
                        "This engine reads assessments with schema version " + Provenance.SCHEMA + ".",
                        List.of(Provenance.SCHEMA),
                        Optional.empty()));
        fields.require("rules");
        Optional<Fields> rules = fields.object("rules");
        Optional<String> version = rules.flatMap(r -> r.requiredText("version"));
        Optional<String> sha256 = rules.flatMap(this::sha256);
        return engine.isPresent() && schema.isPresent() && version.isPresent() && sha256.isPresent()
                ? Optional.of(new Provenance(engine.get(), version.get(), sha256.get(), schema.get()))
                : Optional.empty();
    }

    private Optional<String> sha256(Fields fields) {
        Optional<String> digest = fields.requiredText("sha256");
        digest.filter(d -> !SHA256.matcher(d).matches())
                .ifPresent(d -> problems.add(
                        fields.pointer("sha256"),
                        fields.location("sha256"),
                        "BAD_DIGEST",
                        "A digest is 64 digits from 0 to 9 and a to f."));
        return digest.filter(d -> SHA256.matcher(d).matches());
    }

    /** A likelihood as written by the engine: 1 to 99 percent, in tenths. */
    private Optional<Percent> percent(Fields likelihood) {
        OptionalDouble percent = likelihood.requiredNumber("percent");
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        int tenths = (int) Math.rint(percent.getAsDouble() * 10);
        boolean printed = tenths / 10.0 == percent.getAsDouble();
        if (!printed || tenths < Percent.LOWEST.tenths() || tenths > Percent.HIGHEST.tenths()) {
            problems.add(
                    likelihood.pointer("percent"),
                    likelihood.location("percent"),
                    "OUT_OF_RANGE",
                    "A likelihood lies between 1 and 99 percent and has one decimal.");
            return Optional.empty();
        }
        return Optional.of(new Percent(tenths));
    }

    private Optional<LikelihoodScale> scale(Fields likelihood) {
        likelihood.require("scale");
        return likelihood.constant("scale", List.of(LikelihoodScale.values()), Enum::name);
    }

    /** The included scenario in its canonical form, if it matches the digest. */
    private Optional<String> resolved(Fields scenario) {
        Optional<String> digest = sha256(scenario);
        scenario.require("resolved");
        Optional<Fields> inside = scenario.object("resolved");
        if (inside.isEmpty() || digest.isEmpty()) {
            return Optional.empty();
        }
        if (inside.get().has("extends")) {
            problems.add(
                    inside.get().pointer("extends"),
                    inside.get().location("extends"),
                    "NOT_RESOLVED",
                    "The scenario in an assessment must be resolved, without extends.");
            return Optional.empty();
        }
        Optional<String> canonical =
                scenario.get("resolved").flatMap(Node::toJava).map(CanonicalJson::write);
        if (canonical.isEmpty() || !Digest.sha256(canonical.get()).equals(digest.get())) {
            problems.add(
                    scenario.pointer("sha256"),
                    scenario.location("sha256"),
                    "DIGEST_DIFFERS",
                    "The scenario does not match this digest: one of them was changed after the assessment was written.");
            return Optional.empty();
        }
        return canonical;
    }

    private void ledger(Fields fields) {
        Set<String> seen = new HashSet<>();
        for (Fields row : fields.objects("ledger")) {
            row.requiredText("rule").filter(rule -> !seen.add(rule)).ifPresent(rule -> addDuplicateRule(row, rule));
            row.requiredText("claim");
            row.requiredText("status");
            row.requiredNumber("alliancePoints");
            row.requiredNumber("partnershipPoints");
            row.require("conditions");
            for (Fields condition : row.objects("conditions")) {
                condition.requiredText("indicator");
                condition.requiredText("comparison");
                condition.requiredText("grade");
                condition.requiredNumber("threshold");
            }
        }
    }

    private void addDuplicateRule(Fields row, String rule) {
        SourceLocation location = row.location("rule");
        problems.add(
                row.pointer("rule"),
                location,
                "DUPLICATE_RULE",
                "The rule " + Text.excerpt(rule) + " has more than one row; a ledger has one row per rule.");
    }
}
