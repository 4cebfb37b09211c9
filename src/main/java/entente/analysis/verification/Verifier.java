package entente.analysis.verification;

import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.analysis.verification.Drift.Kind;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Compares an archived assessment with a new assessment of the same scenario. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Verifier {

    public static Verification verify(
            ArchivedAssessment archived, Assessment current, BiFunction<Assessment, LikelihoodScale, String> json) {
        Node recomputed = Documents.json(
                        json.apply(current, archived.scale()).getBytes(StandardCharsets.UTF_8),
                        DocumentLimits.ASSESSMENT)
                .root()
                .orElseThrow();
        String engine = current.provenance().engine();
        List<Drift> drifts = new Verifier(
                        archived.root(),
                        recomputed,
                        !archived.provenance().engine().equals(engine))
                .drifts();
        drifts.sort(Comparator.comparingInt(
                drift -> drift.kind().isCause() ? 0 : drift.kind().ordinal()));
        return verification(
                archived, current.provenance(), Optional.of(current.verdict().likelihood()), drifts, List.of());
    }

    /** The result if the current rule book rejects the included scenario. */
    public static Verification rejected(ArchivedAssessment archived, Provenance now, List<Problem> problems) {
        return verification(archived, now, Optional.empty(), List.of(), problems);
    }

    private static Verification verification(
            ArchivedAssessment archived,
            Provenance now,
            Optional<Percent> percent,
            List<Drift> drifts,
            List<Problem> problems) {
        return new Verification(
                archived.id(),
                archived.title(),
                archived.provenance(),
                now,
                archived.percent(),
                percent,
                archived.scale(),
                drifts,
                problems);
    }

    /** Parts that an assessment of the same engine lacks if it was archived before they were added. */
    private static final Set<String> LATER_PARTS = Set.of("path", "counterfactuals", "changes");

    /** What a verdict says in words follows from its figures, and is named only where these are the same. */
    private static final Set<String> SENTENCES = Set.of("statement", "figure", "words", "intervalFirst");

    private final Node archived;
    private final Node current;
    /** A different engine may write fields that the archived version did not have. */
    private final boolean allowNewFields;

    private final List<Drift> drifts = new ArrayList<>();

    private List<Drift> drifts() {
        Fields then = Fields.of(archived, "#", new ProblemCollector()).orElseThrow();
        Fields now = Fields.of(current, "#", new ProblemCollector()).orElseThrow();
        Fields points = then.object("points").orElseThrow();
        Fields pointsNow = now.object("points").orElseThrow();
        addIfDifferent(Kind.BASE_RATE, Optional.empty(), "points", points.get("base"), pointsNow.get("base"));
        drifts.addAll(LedgerDrifts.of(ArchivedLedgerRow.of(then), ArchivedLedgerRow.of(now)));
        compareCeilings(points, pointsNow);
        Map<String, Node> cuts = stateThresholds(pointsNow);
        stateThresholds(points)
                .forEach((state, from) -> addIfDifferent(
                        Kind.STATE, Optional.empty(), state, Optional.of(from), Optional.ofNullable(cuts.get(state))));
        addRemaining();
        return drifts;
    }

    private void addIfDifferent(
            Kind kind, Optional<String> rule, String subject, Optional<Node> before, Optional<Node> after) {
        if (before.isPresent()
                && after.isPresent()
                && !TreeComparison.differences(before.get(), after.get(), "#", false)
                        .isEmpty()) {
            drifts.add(Drift.of(kind, rule, subject, before, after));
        }
    }

    private void compareCeilings(Fields then, Fields now) {
        Map<String, Fields> byRule = new LinkedHashMap<>();
        now.objects("ceilings")
                .forEach(ceiling -> byRule.put(ceiling.text("rule").orElse(""), ceiling));
        for (Fields ceiling : then.objects("ceilings")) {
            String rule = ceiling.text("rule").orElse("");
            Fields match = byRule.get(rule);
            for (String figure : List.of("kneePercent", "share", "limitPercent")) {
                Optional<Node> figureNow = match == null ? Optional.empty() : match.get(figure);
                addIfDifferent(Kind.CEILING, Optional.of(rule), figure, ceiling.get(figure), figureNow);
            }
        }
    }

    /** The lower bounds of states, in points, as far as an assessment has them: its own state and the next. */
    private static Map<String, Node> stateThresholds(Fields points) {
        Map<String, Node> cuts = new LinkedHashMap<>();
        List<String> states =
                List.of("OPEN_RIVALRY", "WEAKENING", "MIXED", "STRATEGIC_PARTNERSHIP", "INFORMAL_ALLIANCE");
        int at = states.indexOf(points.text("floor").orElse(""));
        points.get("floorFrom").filter(n -> at >= 0).ifPresent(from -> cuts.put(states.get(at), from));
        points.get("nextFrom")
                .filter(n -> at >= 0 && at + 1 < states.size())
                .ifPresent(from -> cuts.put(states.get(at + 1), from));
        return cuts;
    }

    /** Adds every difference in the verdict, and the first difference in each other part. */
    private void addRemaining() {
        Set<String> parts = new HashSet<>();
        List<Difference> differences = TreeComparison.differences(archived, current, "#", allowNewFields);
        boolean figures = differences.stream()
                .anyMatch(difference -> difference.pointer().startsWith("#/verdict/") && !isSentence(difference));
        for (Difference difference : differences) {
            String[] path = difference.pointer().split("/", 3);
            String part = path.length > 1 ? path[1] : "";
            if (difference.before().isEmpty() && (LATER_PARTS.contains(part) || isSentence(difference))
                    || figures && isSentence(difference)) {
                continue;
            }
            if (part.equals("verdict")) {
                drifts.add(drift(Kind.VERDICT, path.length > 2 ? path[2] : part, difference));
            } else if (!isProvenance(difference.pointer()) && parts.add(part)) {
                drifts.add(drift(Kind.OTHER, difference.pointer(), difference));
            }
        }
    }

    private static boolean isSentence(Difference difference) {
        String[] path = difference.pointer().split("/", 3);
        return path.length == 3 && path[1].equals("verdict") && SENTENCES.contains(path[2]);
    }

    /** Engine and rule book are compared separately. */
    private static boolean isProvenance(String pointer) {
        return List.of("#/provenance/engine", "#/provenance/rules/version", "#/provenance/rules/sha256")
                .contains(pointer);
    }

    private static Drift drift(Kind kind, String subject, Difference difference) {
        return Drift.of(kind, Optional.empty(), subject, difference.before(), difference.after());
    }
}
