package entente.briefing;

import entente.domain.Assessment;
import entente.domain.CeilingKind;
import entente.domain.ConditionRow;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.Points;
import entente.domain.RuleKind;
import java.util.List;
import java.util.Optional;

/**
 * An override or ceiling as a text tells of it.
 *
 * @param silenced claims that it silences, or would silence if it were in play
 * @param missing the conditions that keep it out of play
 */
record Bend(LedgerRow row, boolean inPlay, List<LedgerRow> silenced, List<ConditionRow> missing) {

    /** Those in play, and those out of play that would change something if they were in it. */
    static List<Bend> of(Assessment assessment) {
        return assessment.ledger().stream()
                .filter(row -> row.rule().kind() != RuleKind.CLAIM)
                .map(row -> of(row, assessment))
                .filter(bend -> bend.inPlay || bend.wouldMatter(assessment))
                .toList();
    }

    private static Bend of(LedgerRow row, Assessment assessment) {
        boolean inPlay = row.fired();
        List<LedgerRow> silenced = assessment.ledger().stream()
                .filter(other -> inPlay
                        ? other.overriddenBy().filter(row.rule().id()::equals).isPresent()
                        : other.fired()
                                && other.rule().tags().stream()
                                        .anyMatch(row.rule().overrides()::contains))
                .toList();
        return new Bend(
                row,
                inPlay,
                silenced,
                row.conditions().stream().filter(c -> !c.held()).toList());
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
                .anyMatch(e -> e.takenBack().hundredths() > 0);
        return kind.equals(Optional.of(CeilingKind.SWITCH))
                || (held && !kind.equals(Optional.of(CeilingKind.INCIDENT)));
    }

    /** What it silences, in points; a dot where that is nothing, or a ceiling. */
    String effect() {
        boolean silences = row.rule().kind() == RuleKind.OVERRIDE && !silenced.isEmpty();
        return silences ? Words.points(points()) : "·";
    }

    /** How it bends what it bends: a ceiling takes the place of another one, an override silences claims. */
    String verb() {
        return row.rule().kind() == RuleKind.CEILING ? "replaces" : "silences";
    }

    /** What the silenced claims count, or would have counted, on the alliance. */
    Points points() {
        return silenced.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus);
    }
}
