package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.CeilingEffect;
import entente.domain.ConditionRow;
import entente.domain.LedgerRow;
import entente.domain.Points;
import entente.domain.ScaleOfWords;
import java.util.List;

/** An assessment as text on 80 columns. */
public final class TextBriefing {

    private static final int MOST_MISSES = 5;

    private final ScaleOfWords scale;
    private final Explain explain;
    private final Style style;

    public TextBriefing(ScaleOfWords scale, Explain explain, Style style) {
        this.scale = scale;
        this.explain = explain;
        this.style = style;
    }

    public String write(Assessment assessment) {
        Page page = new Page(style);
        top(page, assessment);
        sides(page, assessment, -1, "What holds it down");
        sides(page, assessment, 1, "What pushes it up");
        sum(page, assessment);
        nearly(page, assessment);
        bends(page, assessment);
        new TextGround(explain).write(page, assessment);
        return page.toString();
    }

    private void top(Page page, Assessment assessment) {
        var scenario = assessment.scenario();
        page.title(scenario);
        page.gap();
        for (String sentence : Sentences.headline(assessment, scale)) {
            Page.wrapped(sentence, Page.WIDTH - 2).forEach(line -> page.line("  " + style.strong(line)));
        }
        page.paragraph(2, String.join(" ", Sentences.relationship(assessment)));
        page.gap();
        Yardstick.draw(
                page,
                assessment.verdict().likelihood(),
                assessment.verdict().interval(),
                Sentences.open(assessment),
                scale);
        page.gap().paragraph(2, ConfidenceStatement.of(assessment));
        if (explain == Explain.FULL) {
            scenario.narrative().ifPresent(narrative -> page.gap().paragraph(2, narrative));
        }
    }

    private void sides(Page page, Assessment assessment, int direction, String heading) {
        List<Side> sides = Side.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        page.heading(heading, "points  article     ");
        for (Side side : sides) {
            page.row(
                    2,
                    side.group().label(),
                    Words.points(side.sum()),
                    "",
                    direction < 0 ? page.style()::down : page.style()::up);
            side.weighty().forEach(row -> claim(page, row, assessment));
            if (explain == Explain.FULL) {
                side.slight().forEach(row -> claim(page, row, assessment));
            } else if (!side.slight().isEmpty()) {
                fold(page, side);
            }
        }
    }

    private static void fold(Page page, Side side) {
        int count = side.slight().size();
        String more = side.weighty().isEmpty() ? "" : "and ";
        String text = more + Words.plural(count, "slight claim", "slight claims") + (count == 1 ? "" : " together");
        page.row(4, text, Words.points(Side.total(side.slight())), "");
    }

    private void claim(Page page, LedgerRow row, Assessment assessment) {
        page.row(4, Words.claim(row.rule()), Words.points(row.alliancePoints()), cites(row));
        if (explain == Explain.FULL) {
            row.conditions().forEach(condition -> faint(page, 6, ConditionText.of(condition, assessment.catalogue())));
        }
    }

    private static void faint(Page page, int indent, String text) {
        Page.wrapped(text, Page.WIDTH - indent)
                .forEach(line -> page.line(page.style().faint(" ".repeat(indent) + line)));
    }

    private static String cites(LedgerRow row) {
        List<String> cites = row.rule().cites();
        if (cites.isEmpty()) {
            return "ours";
        }
        return cites.get(0) + (cites.size() > 1 ? " +" + (cites.size() - 1) : "");
    }

    private void sum(Page page, Assessment assessment) {
        Balance balance = assessment.balance();
        page.heading("How the points become a likelihood", "points              ");
        page.row(2, BalanceText.base(assessment), Words.points(balance.base()), "");
        page.row(2, BalanceText.SUM, Words.points(balance.sum()), "");
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.takenBack().hundredths() != 0) {
                page.row(
                        2,
                        BalanceText.ceiling(effect, assessment),
                        Words.points(Points.ZERO.minus(effect.takenBack())),
                        "");
            }
        }
        page.row(2, BalanceText.result(assessment), Words.points(balance.result()), "");
        page.row(2, BalanceText.depth(balance), Words.points(balance.partnership()), "");
        page.paragraph(2, BalanceText.outsideView(assessment));
    }

    private void nearly(Page page, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == Explain.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        page.heading("What nearly counted", "if it did  article     ");
        for (NearMiss miss : misses) {
            page.row(2, Words.claim(miss.row().rule()), Words.points(miss.row().alliancePoints()), cites(miss.row()));
            missing(page, miss.failing(), assessment);
        }
    }

    private static void missing(Page page, List<ConditionRow> failing, Assessment assessment) {
        failing.forEach(condition -> faint(page, 4, ConditionText.missing(condition, assessment.catalogue())));
    }

    private void bends(Page page, Assessment assessment) {
        page.heading("What bends what", "silences  article     ");
        for (Bend bend : Bend.of(assessment)) {
            page.row(
                    2,
                    (bend.inPlay() ? "" : "Not in play: ")
                            + Words.claim(bend.row().rule()),
                    bend.effect(),
                    cites(bend.row()));
            if (explain == Explain.FULL && bend.inPlay()) {
                bend.silenced()
                        .forEach(row -> page.row(
                                4,
                                bend.verb() + ": " + Words.claim(row.rule()),
                                Words.pointsOrDot(row.alliancePoints()),
                                ""));
            }
            if (!bend.inPlay()) {
                missing(page, bend.missing(), assessment);
            }
        }
    }
}
