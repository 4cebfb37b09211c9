package entente.report.wording;

import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleKind;
import java.util.List;
import java.util.Optional;

/**
 * An override or ceiling as a text shows it.
 *
 * @param silenced claims that it silences, or would silence if it were in play
 * @param missing the conditions that keep it out of play
 */
public record RuleInteraction(LedgerRow row, boolean inPlay, List<LedgerRow> silenced, List<ConditionResult> missing) {

    /** Those in play, and those out of play that would change something if they were in it. */
    public static List<RuleInteraction> of(Assessment assessment) {
        return assessment.ledger().stream()
                .filter(row -> row.rule().kind() != RuleKind.CLAIM)
                .map(row -> of(row, assessment))
                .filter(interaction -> interaction.inPlay || interaction.wouldMatter(assessment))
                .toList();
    }

    private static RuleInteraction of(LedgerRow row, Assessment assessment) {
        boolean inPlay = row.fired();
        List<LedgerRow> silenced = assessment.ledger().stream()
                .filter(other -> inPlay
                        ? other.overriddenBy().filter(row.rule().id()::equals).isPresent()
                        : other.fired()
                                && other.rule().tags().stream()
                                        .anyMatch(row.rule().overrides()::contains))
                .toList();
        return new RuleInteraction(
                row,
                inPlay,
                silenced,
                row.conditions().stream().filter(c -> !c.met()).toList());
    }

    private boolean wouldMatter(Assessment assessment) {
        if (row.status() == LedgerStatus.DISABLED || row.status() == LedgerStatus.OVERRIDDEN) {
            return false;
        }
        if (row.rule().kind() == RuleKind.OVERRIDE) {
            return points().hundredths() != 0;
        }
        Optional<CeilingKind> kind = row.rule().ceiling();
        boolean held = assessment.balance().ceilings().stream()
                .anyMatch(e -> e.reduction().hundredths() > 0);
        return kind.equals(Optional.of(CeilingKind.SWITCH))
                || (held && !kind.equals(Optional.of(CeilingKind.INCIDENT)));
    }

    /** What it silences, in points; a dot where that is nothing, or a ceiling. */
    public String effect() {
        boolean silences = row.rule().kind() == RuleKind.OVERRIDE && !silenced.isEmpty();
        return silences ? Wording.points(points()) : "·";
    }

    /** Its effect: a ceiling replaces another one, an override silences claims. */
    public String verb() {
        return row.rule().kind() == RuleKind.CEILING ? "replaces" : "silences";
    }

    /** The alliance points of the silenced claims. */
    Points points() {
        return GroupFactors.total(silenced);
    }
}
