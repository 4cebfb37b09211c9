package entente.report.answer;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.report.wording.CaveatText;
import entente.report.wording.OutlookText;
import entente.report.wording.RuleText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A verdict in a few lines that can be quoted one by one: statement, confidence and strongest findings. */
public final class VerdictAnswer {

    private static final int FINDINGS = 3;
    private static final int MOST_TO_FIND_OUT = 3;

    private VerdictAnswer() {}

    /** @param located where a rule is defined, by its id, such as {@code rules/x.drl:12}; empty if that is not known */
    public static String of(Assessment assessment, LikelihoodScale scale, UnaryOperator<String> located) {
        List<String> lines = new ArrayList<>();
        lines.add(AnswerText.scenario(assessment.scenario())
                + assessment.scenario().asOf().map(date -> ", as of " + date).orElse("") + ".");
        SuppositionText.sentence(assessment).ifPresent(lines::add);
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        lines.add(verdict.statement());
        verdict.edge().ifPresent(lines::add);
        lines.add("Relationship: " + String.join(" ", VerdictSentences.relationship(assessment)));
        lines.add(VerdictSentences.confidence(assessment));
        List<LedgerRow> findings = strongest(assessment);
        lines.add(
                findings.isEmpty()
                        ? "No rule moves the likelihood."
                        : "Strongest findings, of " + fired(assessment)
                                + " rules that fired (ten points multiply the odds " + "by ten):");
        for (int i = 0; i < findings.size(); i++) {
            lines.add((i + 1) + ". " + finding(findings.get(i), located));
        }
        List<String> open = new OutlookText(assessment, scale, false).findOut(MOST_TO_FIND_OUT);
        if (!open.isEmpty()) {
            lines.add("What to find out: " + String.join("; ", open) + ".");
        }
        CaveatText.slips(assessment).forEach(lines::add);
        lines.add("Reproducible with: " + Wording.versions(assessment) + ".");
        return Wording.plain(String.join("\n", lines));
    }

    private static List<LedgerRow> strongest(Assessment assessment) {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(row -> row.fired() && row.alliancePoints().hundredths() != 0)
                .sorted(Comparator.comparingInt(
                        row -> -Math.abs(row.alliancePoints().hundredths())))
                .limit(FINDINGS)
                .toList();
    }

    private static long fired(Assessment assessment) {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(LedgerRow::fired)
                .count();
    }

    private static String finding(LedgerRow row, UnaryOperator<String> located) {
        String where = Optional.of(located.apply(row.rule().id()))
                .filter(place -> !place.isEmpty())
                .map(place -> ", " + place)
                .orElse("");
        String direction = row.alliancePoints().hundredths() < 0 ? "lowers" : "raises";
        return Wording.points(row.alliancePoints()) + " points, " + direction + " the likelihood: "
                + Wording.claim(row.rule()) + " [rule " + row.rule().id() + ", "
                + (row.rule().cites().isEmpty() ? "" : "article ") + RuleText.full(row.rule()) + where + "]";
    }
}
