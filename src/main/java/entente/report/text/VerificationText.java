package entente.report.text;

import entente.analysis.verification.Verification;
import entente.analysis.verification.Verification.Outcome;
import entente.document.Node;
import entente.document.Text;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Verifications as text. */
public record VerificationText(TextStyle style) {

    private static final int SHOWN = 12;
    private static final int EXCERPT = 60;

    /** @param name of the file, safe to print */
    public String write(String name, Verification verification) {
        TextPage page = new TextPage(style);
        Percent then = verification.archived().percent();
        if (verification.outcome() == Outcome.IDENTICAL) {
            page.line(style.strong(name + ": identical") + " (" + Wording.percent(then) + ", rules "
                    + Wording.shortDigest(verification.current().rulesSha256()) + ")");
            return page.toString();
        }
        page.line(style.strong(
                name + (verification.outcome() == Outcome.SAME_VERDICT ? ": the same verdict" : ": drifted")));
        page.hanging(2, 4, verification.archived().title());
        String now = verification
                .currentPercent()
                .map(percent -> percent.equals(then) ? "the same" : likelihood(percent, verification))
                .orElse("no verdict");
        page.hanging(2, 4, "Then " + likelihood(then, verification) + "; now " + now + ".");
        if (!verification.problems().isEmpty()) {
            page.paragraph(2, "The present book does not take its scenario:");
            verification.problems().stream()
                    .limit(Problem.MAX_REPORTED)
                    .map(problem -> problem.pointer() + ": " + problem.detail()
                            + problem.suggestion()
                                    .map(s -> " Did you mean " + s + "?")
                                    .orElse(""))
                    .forEach(refusal -> page.hanging(4, 6, refusal));
            int more = verification.problems().size() - Problem.MAX_REPORTED;
            if (more > 0) {
                page.paragraph(4, "and " + more + " more");
            }
        }
        List<Difference> differences = verification.differences().stream()
                .filter(difference -> !Verification.isProvenance(difference))
                .toList();
        if (!differences.isEmpty()) {
            page.hanging(2, 4, Wording.capitalized(Wording.plural(differences.size(), "difference")) + ":");
            list(page, differences);
        }
        makers(page, verification);
        return page.toString();
    }

    /** Differences between the same values of fields of the same name are one line. */
    private static void list(TextPage page, List<Difference> differences) {
        Map<List<Object>, List<Difference>> alike = differences.stream()
                .collect(Collectors.groupingBy(
                        difference -> List.of(
                                difference.path().substring(difference.path().lastIndexOf('/')),
                                difference.before().map(TreeComparison::text),
                                difference.after().map(TreeComparison::text)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().stream().limit(SHOWN).forEach(same -> page.hanging(4, 6, line(same)));
        int more = alike.values().stream().skip(SHOWN).mapToInt(List::size).sum();
        if (more > 0) {
            page.hanging(4, 6, "and " + more + " more; --format json has them all");
        }
    }

    private static String line(List<Difference> alike) {
        Difference first = alike.get(0);
        String then = first.before().map(VerificationText::text).orElse("");
        String now = first.after().map(VerificationText::text).orElse("");
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

    private static void makers(TextPage page, Verification verification) {
        Provenance then = verification.archived().provenance();
        boolean sameForm = then.schema().equals(verification.current().schema());
        String now = made(verification.current(), sameForm);
        String text = verification.sameProvenance()
                ? "The book and the engine are those that the file names (" + now
                        + "): the file was changed after it was written."
                : "Then " + made(then, sameForm) + "; now " + now + ".";
        page.hanging(2, 4, text);
    }

    private static String likelihood(Percent percent, Verification verification) {
        return VerdictSentences.likelihood(percent, verification.archived().scale());
    }

    private static String made(Provenance provenance, boolean sameForm) {
        return "rules " + Wording.version(provenance.rulesVersion(), provenance.rulesSha256()) + ", Entente"
                + Wording.GLUE + provenance.engine()
                + (sameForm ? "" : ", schema" + Wording.GLUE + provenance.schema());
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
