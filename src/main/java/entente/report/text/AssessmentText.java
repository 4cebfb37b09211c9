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
        sides(page, assessment, -1, "What holds it down");
        sides(page, assessment, 1, "What pushes it up");
        sum(page, assessment);
        nearly(page, assessment);
        bends(page, assessment);
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

    private void sides(TextPage page, Assessment assessment, int direction, String heading) {
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
            side.weighty().forEach(row -> claim(page, row, assessment));
            if (explain == DetailLevel.FULL) {
                side.slight().forEach(row -> claim(page, row, assessment));
            } else if (!side.slight().isEmpty()) {
                fold(page, side);
            }
        }
    }

    private static void fold(TextPage page, GroupFactors side) {
        int count = side.slight().size();
        String more = side.weighty().isEmpty() ? "" : "and ";
        String text = more + Wording.plural(count, "slight claim", "slight claims") + (count == 1 ? "" : " together");
        page.row(4, text, Wording.points(GroupFactors.total(side.slight())), "");
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
            return "ours";
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

    private void nearly(TextPage page, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == DetailLevel.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        page.heading("What nearly counted", "if it did  article     ");
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

    private void bends(TextPage page, Assessment assessment) {
        page.heading("What bends what", "silences  article     ");
        for (RuleInteraction bend : RuleInteraction.of(assessment)) {
            page.row(
                    2,
                    (bend.inPlay() ? "" : "Not in play: ")
                            + Wording.claim(bend.row().rule()),
                    bend.effect(),
                    cites(bend.row()));
            if (explain == DetailLevel.FULL && bend.inPlay()) {
                bend.silenced()
                        .forEach(row -> page.row(
                                4,
                                bend.verb() + ": " + Wording.claim(row.rule()),
                                Wording.pointsOrDot(row.alliancePoints()),
                                ""));
            }
            if (!bend.inPlay()) {
                missing(page, bend.missing(), assessment);
            }
        }
    }
}
