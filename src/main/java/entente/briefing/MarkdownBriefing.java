package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.CeilingEffect;
import entente.domain.LedgerRow;
import entente.domain.Points;
import entente.domain.ScaleOfWords;
import java.util.List;

/** An assessment as Markdown. */
public final class MarkdownBriefing {

    private static final int MOST_MISSES = 5;

    private final ScaleOfWords scale;
    private final Explain explain;

    public MarkdownBriefing(ScaleOfWords scale, Explain explain) {
        this.scale = scale;
        this.explain = explain;
    }

    public String write(Assessment assessment) {
        StringBuilder md = new StringBuilder();
        top(md, assessment);
        side(md, assessment, -1, "What holds it down");
        side(md, assessment, 1, "What pushes it up");
        sum(md, assessment);
        nearly(md, assessment);
        bends(md, assessment);
        new MarkdownGround(explain).write(md, assessment);
        return md.toString().replace(Words.GLUE, ' ');
    }

    private void top(StringBuilder md, Assessment assessment) {
        var scenario = assessment.scenario();
        md.append("# ").append(Markdown.text(scenario.title()));
        md.append("\n\n`").append(scenario.id()).append('`');
        scenario.asOf().ifPresent(date -> md.append(", as of ").append(date));
        md.append("\n\n**")
                .append(String.join(" ", Sentences.headline(assessment, scale)))
                .append("**");
        md.append("\n\n").append(String.join(" ", Sentences.relationship(assessment)));
        Sentences.interval(assessment, scale)
                .ifPresent(interval -> md.append(' ').append(interval));
        md.append("\n\n").append(ConfidenceStatement.of(assessment)).append('\n');
        scenario.narrative()
                .ifPresent(n -> md.append("\n> ").append(Markdown.text(n)).append('\n'));
    }

    private void side(StringBuilder md, Assessment assessment, int direction, String heading) {
        List<Side> sides = Side.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        Markdown.heading(md, heading).append("| | points | article |\n|---|---:|---|\n");
        for (Side side : sides) {
            Markdown.row(
                    md, "**" + Markdown.cell(side.group().label()) + "**", "**" + Words.points(side.sum()) + "**", "");
            side.weighty().forEach(row -> claim(md, row, assessment));
            if (explain == Explain.FULL) {
                side.slight().forEach(row -> claim(md, row, assessment));
            } else if (!side.slight().isEmpty()) {
                String slight = Words.plural(side.slight().size(), "slight claim", "slight claims");
                Markdown.row(md, slight, Words.points(Side.total(side.slight())), "");
            }
        }
    }

    private void claim(StringBuilder md, LedgerRow row, Assessment assessment) {
        StringBuilder text = new StringBuilder(Markdown.cell(row.rule().claim()));
        if (explain == Explain.FULL) {
            row.conditions()
                    .forEach(condition -> text.append(" *")
                            .append(Markdown.cell(ConditionText.of(condition, assessment.catalogue())))
                            .append('*'));
        }
        Markdown.row(md, text.toString(), Words.points(row.alliancePoints()), cites(row));
    }

    private static String cites(LedgerRow row) {
        return row.rule().cites().isEmpty()
                ? "ours"
                : String.join("; ", row.rule().cites());
    }

    private static void sum(StringBuilder md, Assessment assessment) {
        Balance balance = assessment.balance();
        Markdown.heading(md, "How the points become a likelihood").append("| | points |\n|---|---:|\n");
        Markdown.row(md, BalanceText.base(assessment), Words.points(balance.base()));
        Markdown.row(md, BalanceText.SUM, Words.points(balance.sum()));
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.takenBack().hundredths() != 0) {
                Markdown.row(
                        md,
                        Markdown.cell(BalanceText.ceiling(effect, assessment)),
                        Words.points(Points.ZERO.minus(effect.takenBack())));
            }
        }
        Markdown.row(md, "**" + BalanceText.result(assessment) + "**", "**" + Words.points(balance.result()) + "**");
        Markdown.row(md, BalanceText.depth(balance), Words.points(balance.partnership()));
        md.append('\n').append(BalanceText.outsideView(assessment)).append('\n');
    }

    private void nearly(StringBuilder md, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == Explain.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        Markdown.heading(md, "What nearly counted");
        for (NearMiss miss : misses) {
            LedgerRow row = miss.row();
            Markdown.item(
                    md,
                    0,
                    Words.claim(row.rule()) + " (" + Words.points(row.alliancePoints()) + ", " + cites(row) + "):");
            miss.failing().forEach(c -> Markdown.item(md, 1, ConditionText.missing(c, assessment.catalogue())));
        }
    }

    private static void bends(StringBuilder md, Assessment assessment) {
        Markdown.heading(md, "What bends what");
        for (Bend bend : Bend.of(assessment)) {
            String silences = bend.effect().equals("·") ? "" : ", silences " + bend.effect();
            Markdown.item(
                    md,
                    0,
                    (bend.inPlay() ? "" : "Not in play: ")
                            + Words.claim(bend.row().rule()) + " (" + cites(bend.row()) + silences + ")"
                            + (bend.missing().isEmpty() ? "." : ":"));
            bend.missing().forEach(c -> Markdown.item(md, 1, ConditionText.missing(c, assessment.catalogue())));
            if (bend.inPlay()) {
                bend.silenced()
                        .forEach(row -> Markdown.item(
                                md,
                                1,
                                bend.verb() + ": " + Words.claim(row.rule()) + " ("
                                        + Words.pointsOrDot(row.alliancePoints()) + ")."));
            }
        }
    }
}
