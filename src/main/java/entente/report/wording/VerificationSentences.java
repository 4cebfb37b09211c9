package entente.report.wording;

import entente.analysis.verification.Verification;
import entente.analysis.verification.Verification.Outcome;
import entente.document.Node;
import entente.document.Text;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Percent;
import entente.model.assessment.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of verified assessments. */
public final class VerificationSentences {

    private static final int SHOWN = 12;
    private static final int EXCERPT = 60;

    private VerificationSentences() {}

    public static String likelihoods(Verification verification) {
        Percent then = verification.archived().percent();
        String now = verification
                .currentPercent()
                .map(percent -> percent.equals(then) ? "the same" : likelihood(percent, verification))
                .orElse("no verdict");
        return "Then " + likelihood(then, verification) + "; now " + now + ".";
    }

    /** How many there are but for versions, then the first of them: the same values of fields of the same name are one line. */
    public static List<String> differences(Verification verification) {
        Map<List<Object>, List<Difference>> alike = verification.differences().stream()
                .filter(difference -> !Verification.isProvenance(difference))
                .collect(Collectors.groupingBy(
                        difference -> List.of(
                                difference.path().substring(difference.path().lastIndexOf('/')),
                                difference.before().map(TreeComparison::text),
                                difference.after().map(TreeComparison::text)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        int count = alike.values().stream().mapToInt(List::size).sum();
        List<String> sentences = new ArrayList<>();
        if (count > 0) {
            sentences.add(Wording.capitalized(Wording.plural(count, "difference")) + ":");
        }
        alike.values().stream().limit(SHOWN).forEach(same -> sentences.add(line(same)));
        int more = alike.values().stream().skip(SHOWN).mapToInt(List::size).sum();
        if (more > 0) {
            sentences.add("and " + more + " more; --format json has them all");
        }
        return sentences;
    }

    private static String line(List<Difference> alike) {
        Difference first = alike.get(0);
        String then = first.before().map(VerificationSentences::text).orElse("");
        String now = first.after().map(VerificationSentences::text).orElse("");
        int same = then.length() > EXCERPT && now.length() > EXCERPT ? commonStart(then, now) : 0;
        String values = first.path() + ": "
                + (first.before().isEmpty() ? "nothing" : shown(then, same)) + " then, "
                + (first.after().isEmpty() ? "nothing" : shown(now, same)) + " now";
        return values + (alike.size() == 1 ? "" : ", and " + (alike.size() - 1) + " more alike");
    }

    /** A rule by its claim, anything else as it stands. */
    private static String text(Node node) {
        return node instanceof Node.ObjectNode object && object.members().get("claim") instanceof Node.TextNode claim
                ? "“" + claim.text() + "”"
                : TreeComparison.text(node);
    }

    /** Where two long values begin to differ. */
    private static int commonStart(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return Math.max(0, at - EXCERPT / 2);
    }

    private static String shown(String value, int from) {
        return (from > 0 ? "…" : "") + Text.excerpt(value.substring(from));
    }

    /** The versions of then and now, or that the file was changed. */
    public static String makers(Verification verification) {
        String schema = verification.archived().schema();
        boolean sameForm = schema.equals(Provenance.SCHEMA);
        String now = made(verification.current()) + (sameForm ? "" : form(Provenance.SCHEMA));
        return verification.sameProvenance()
                ? "The book and the engine are those that the file names (" + now
                        + "): the file was changed after it was written."
                : "Then " + made(verification.archived().provenance()) + (sameForm ? "" : form(schema)) + "; now " + now
                        + ".";
    }

    private static String likelihood(Percent percent, Verification verification) {
        return VerdictSentences.likelihood(percent, verification.archived().scale());
    }

    private static String made(Provenance provenance) {
        return "rules "
                + Wording.version(
                        provenance.rules().version(), provenance.rules().sha256()) + ", Entente" + Wording.GLUE
                + provenance.engine();
    }

    private static String form(String schema) {
        return ", schema" + Wording.GLUE + schema;
    }

    /** How many there were of each. */
    public static String summary(Map<Outcome, Integer> outcomes, int unread) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = outcomes.getOrDefault(outcome, 0);
            if (count > 0) {
                parts.add(Wording.count(count) + " "
                        + switch (outcome) {
                            case IDENTICAL -> "identical";
                            case SAME_VERDICT -> "with the same verdict";
                            case DRIFTED -> "drifted";
                        });
            }
        }
        if (unread > 0) {
            parts.add(Wording.count(unread) + " not verified");
        }
        int all = outcomes.values().stream().mapToInt(Integer::intValue).sum() + unread;
        return Wording.capitalized(Wording.plural(all, "assessment")) + ": " + String.join(", ", parts) + ".\n";
    }
}
