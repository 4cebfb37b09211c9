package entente.report.markdown;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.report.form.MarkdownText;
import entente.report.text.BalanceText;
import entente.report.text.ConditionText;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.GroupFactors;
import entente.report.wording.NearMiss;
import entente.report.wording.RuleInteraction;
import entente.report.wording.Wording;
import java.util.List;

/** An assessment as Markdown. */
public final class AssessmentMarkdown {

    private static final int MOST_MISSES = 5;

    private final LikelihoodScale scale;
    private final DetailLevel explain;

    public AssessmentMarkdown(LikelihoodScale scale, DetailLevel explain) {
        this.scale = scale;
        this.explain = explain;
    }

    public String write(Assessment assessment) {
        StringBuilder md = new StringBuilder();
        top(md, assessment);
        factors(md, assessment, -1, "Factors against an alliance");
        factors(md, assessment, 1, "Factors for an alliance");
        sum(md, assessment);
        nearMisses(md, assessment);
        interactions(md, assessment);
        new AssessmentGroundMarkdown(explain).write(md, assessment);
        return md.toString().replace(Wording.GLUE, ' ');
    }

    private void top(StringBuilder md, Assessment assessment) {
        var scenario = assessment.scenario();
        md.append("# ").append(MarkdownText.text(scenario.title()));
        md.append("\n\n`").append(scenario.id()).append('`');
        scenario.asOf().ifPresent(date -> md.append(", as of ").append(date));
        md.append("\n\n**")
                .append(String.join(" ", AssessmentSentences.headline(assessment, scale)))
                .append("**");
        md.append("\n\n").append(String.join(" ", AssessmentSentences.relationship(assessment)));
        AssessmentSentences.interval(assessment, scale)
                .ifPresent(interval -> md.append(' ').append(interval));
        md.append("\n\n").append(ConfidenceStatement.of(assessment)).append('\n');
        scenario.narrative()
                .ifPresent(n -> md.append("\n> ").append(MarkdownText.text(n)).append('\n'));
    }

    private void factors(StringBuilder md, Assessment assessment, int direction, String heading) {
        List<GroupFactors> sides = GroupFactors.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        MarkdownText.heading(md, heading).append("| | points | article |\n|---|---:|---|\n");
        for (GroupFactors side : sides) {
            MarkdownText.row(
                    md,
                    "**" + MarkdownText.cell(side.group().label()) + "**",
                    "**" + Wording.points(side.sum()) + "**",
                    "");
            side.major().forEach(row -> claim(md, row, assessment));
            if (explain == DetailLevel.FULL) {
                side.minor().forEach(row -> claim(md, row, assessment));
            } else if (!side.minor().isEmpty()) {
                String minor = Wording.plural(side.minor().size(), "minor factor", "minor factors");
                MarkdownText.row(md, minor, Wording.points(GroupFactors.total(side.minor())), "");
            }
        }
    }

    private void claim(StringBuilder md, LedgerRow row, Assessment assessment) {
        StringBuilder text = new StringBuilder(MarkdownText.cell(row.rule().claim()));
        if (explain == DetailLevel.FULL) {
            row.conditions()
                    .forEach(condition -> text.append(" *")
                            .append(MarkdownText.cell(ConditionText.of(condition, assessment.catalogue())))
                            .append('*'));
        }
        MarkdownText.row(md, text.toString(), Wording.points(row.alliancePoints()), cites(row));
    }

    private static String cites(LedgerRow row) {
        return row.rule().cites().isEmpty()
                ? "project assumption"
                : String.join("; ", row.rule().cites());
    }

    private static void sum(StringBuilder md, Assessment assessment) {
        PointBalance balance = assessment.balance();
        MarkdownText.heading(md, "How the points become a likelihood").append("| | points |\n|---|---:|\n");
        MarkdownText.row(md, BalanceText.base(assessment), Wording.points(balance.base()));
        MarkdownText.row(md, BalanceText.SUM, Wording.points(balance.sum()));
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.reduction().hundredths() != 0) {
                MarkdownText.row(
                        md,
                        MarkdownText.cell(BalanceText.ceiling(effect, assessment)),
                        Wording.points(Points.ZERO.minus(effect.reduction())));
            }
        }
        MarkdownText.row(
                md, "**" + BalanceText.result(assessment) + "**", "**" + Wording.points(balance.result()) + "**");
        MarkdownText.row(md, BalanceText.depth(balance), Wording.points(balance.partnership()));
        md.append('\n').append(BalanceText.outsideView(assessment)).append('\n');
    }

    private void nearMisses(StringBuilder md, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == DetailLevel.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        MarkdownText.heading(md, "Near misses");
        for (NearMiss miss : misses) {
            LedgerRow row = miss.row();
            MarkdownText.item(
                    md,
                    0,
                    Wording.claim(row.rule()) + " (" + Wording.points(row.alliancePoints()) + ", " + cites(row) + "):");
            miss.failing().forEach(c -> MarkdownText.item(md, 1, ConditionText.missing(c, assessment.catalogue())));
        }
    }

    private static void interactions(StringBuilder md, Assessment assessment) {
        MarkdownText.heading(md, "Rule interactions");
        for (RuleInteraction interaction : RuleInteraction.of(assessment)) {
            String silences = interaction.effect().equals("·") ? "" : ", silences " + interaction.effect();
            MarkdownText.item(
                    md,
                    0,
                    (interaction.inPlay() ? "" : "Not in play: ")
                            + Wording.claim(interaction.row().rule()) + " (" + cites(interaction.row()) + silences + ")"
                            + (interaction.missing().isEmpty() ? "." : ":"));
            interaction
                    .missing()
                    .forEach(c -> MarkdownText.item(md, 1, ConditionText.missing(c, assessment.catalogue())));
            if (interaction.inPlay()) {
                interaction
                        .silenced()
                        .forEach(row -> MarkdownText.item(
                                md,
                                1,
                                interaction.verb() + ": " + Wording.claim(row.rule()) + " ("
                                        + Wording.pointsOrDot(row.alliancePoints()) + ")."));
            }
        }
    }
}
