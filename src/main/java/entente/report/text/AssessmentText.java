package entente.report.text;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.GroupFactors;
import entente.report.wording.NearMiss;
import entente.report.wording.RuleInteraction;
import entente.report.wording.Wording;
import java.util.List;

/** An assessment as text on 80 columns. */
public final class AssessmentText {

    private static final int MOST_MISSES = 5;

    private final LikelihoodScale scale;
    private final DetailLevel explain;
    private final TextStyle style;

    public AssessmentText(LikelihoodScale scale, DetailLevel explain, TextStyle style) {
        this.scale = scale;
        this.explain = explain;
        this.style = style;
    }

    public String write(Assessment assessment) {
        TextPage page = new TextPage(style);
        top(page, assessment);
        factors(page, assessment, -1, "Factors against an alliance");
        factors(page, assessment, 1, "Factors for an alliance");
        sum(page, assessment);
        nearMisses(page, assessment);
        interactions(page, assessment);
        new AssessmentGroundText(explain).write(page, assessment);
        return page.toString();
    }

    private void top(TextPage page, Assessment assessment) {
        var scenario = assessment.scenario();
        page.title(scenario);
        page.blankLine();
        for (String sentence : AssessmentSentences.headline(assessment, scale)) {
            TextPage.wrapped(sentence, TextPage.WIDTH - 2).forEach(line -> page.line("  " + style.strong(line)));
        }
        page.paragraph(2, String.join(" ", AssessmentSentences.relationship(assessment)));
        page.blankLine();
        LikelihoodRuler.draw(
                page,
                assessment.verdict().likelihood(),
                assessment.verdict().interval(),
                AssessmentSentences.openReadings(assessment),
                scale);
        page.blankLine().paragraph(2, ConfidenceStatement.of(assessment));
        if (explain == DetailLevel.FULL) {
            scenario.narrative().ifPresent(narrative -> page.blankLine().paragraph(2, narrative));
        }
    }

    private void factors(TextPage page, Assessment assessment, int direction, String heading) {
        List<GroupFactors> sides = GroupFactors.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        page.heading(heading, "points  article     ");
        for (GroupFactors side : sides) {
            page.row(
                    2,
                    side.group().label(),
                    Wording.points(side.sum()),
                    "",
                    direction < 0 ? page.style()::down : page.style()::up);
            side.major().forEach(row -> claim(page, row, assessment));
            if (explain == DetailLevel.FULL) {
                side.minor().forEach(row -> claim(page, row, assessment));
            } else if (!side.minor().isEmpty()) {
                fold(page, side);
            }
        }
    }

    private static void fold(TextPage page, GroupFactors side) {
        int count = side.minor().size();
        String more = side.major().isEmpty() ? "" : "and ";
        String text = more + Wording.plural(count, "minor factor", "minor factors");
        page.row(4, text, Wording.points(GroupFactors.total(side.minor())), "");
    }

    private void claim(TextPage page, LedgerRow row, Assessment assessment) {
        page.row(4, Wording.claim(row.rule()), Wording.points(row.alliancePoints()), cites(row));
        if (explain == DetailLevel.FULL) {
            row.conditions().forEach(condition -> faint(page, 6, ConditionText.of(condition, assessment.catalogue())));
        }
    }

    private static void faint(TextPage page, int indent, String text) {
        TextPage.wrapped(text, TextPage.WIDTH - indent)
                .forEach(line -> page.line(page.style().faint(" ".repeat(indent) + line)));
    }

    private static String cites(LedgerRow row) {
        List<String> cites = row.rule().cites();
        if (cites.isEmpty()) {
            return "assumption";
        }
        return cites.get(0) + (cites.size() > 1 ? " +" + (cites.size() - 1) : "");
    }

    private void sum(TextPage page, Assessment assessment) {
        PointBalance balance = assessment.balance();
        page.heading("How the points become a likelihood", "points              ");
        page.row(2, BalanceText.base(assessment), Wording.points(balance.base()), "");
        page.row(2, BalanceText.SUM, Wording.points(balance.sum()), "");
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.reduction().hundredths() != 0) {
                page.row(
                        2,
                        BalanceText.ceiling(effect, assessment),
                        Wording.points(Points.ZERO.minus(effect.reduction())),
                        "");
            }
        }
        page.row(2, BalanceText.result(assessment), Wording.points(balance.result()), "");
        page.row(2, BalanceText.depth(balance), Wording.points(balance.partnership()), "");
        page.paragraph(2, BalanceText.outsideView(assessment));
    }

    private void nearMisses(TextPage page, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == DetailLevel.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        page.heading("Near misses", "if met  article     ");
        for (NearMiss miss : misses) {
            page.row(
                    2,
                    Wording.claim(miss.row().rule()),
                    Wording.points(miss.row().alliancePoints()),
                    cites(miss.row()));
            missing(page, miss.failing(), assessment);
        }
    }

    private static void missing(TextPage page, List<ConditionResult> failing, Assessment assessment) {
        failing.forEach(condition -> faint(page, 4, ConditionText.missing(condition, assessment.catalogue())));
    }

    private void interactions(TextPage page, Assessment assessment) {
        page.heading("Rule interactions", "silences  article     ");
        for (RuleInteraction interaction : RuleInteraction.of(assessment)) {
            page.row(
                    2,
                    (interaction.inPlay() ? "" : "Not in play: ")
                            + Wording.claim(interaction.row().rule()),
                    interaction.effect(),
                    cites(interaction.row()));
            if (explain == DetailLevel.FULL && interaction.inPlay()) {
                interaction
                        .silenced()
                        .forEach(row -> page.row(
                                4,
                                interaction.verb() + ": " + Wording.claim(row.rule()),
                                Wording.pointsOrDot(row.alliancePoints()),
                                ""));
            }
            if (!interaction.inPlay()) {
                missing(page, interaction.missing(), assessment);
            }
        }
    }
}
