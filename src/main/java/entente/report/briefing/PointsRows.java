package entente.report.briefing;

import entente.model.CeilingEvents;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.wording.BalanceText;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The way from the base rate to the result, in points: what lowers it first, then what raises it, each the largest first. */
@RequiredArgsConstructor
final class PointsRows {

    private final List<PointsRow> rows = new ArrayList<>();
    private Points sum = Points.ZERO;

    static PointsFigure figure(Assessment assessment, Figures figures) {
        PointsRows rows = new PointsRows();
        BalanceTerms terms = BalanceTerms.of(assessment);
        rows.sum = terms.base();
        rows.rows.add(row(Step.BASE, BalanceText.base(assessment), terms.base(), terms.base(), terms.base()));
        terms.factors().forEach(factor -> rows.add(Step.GROUP, factor.label(), factor.points()));
        for (CeilingEffect held : terms.ceilings()) {
            rows.add(
                    Step.CEILING,
                    ceiling(
                            held.ceiling().kind(),
                            assessment.catalogue().subject().events()),
                    Points.ZERO.minus(held.reduction()));
        }
        Verdict verdict = assessment.verdict();
        String likelihood = figures.of(verdict.likelihood());
        var beyond = assessment.balance().clampedFrom();
        String result = "Result: " + (beyond.isPresent() ? Wording.percent(beyond.getAsDouble()) + ", given as " : "")
                + likelihood;
        rows.rows.add(row(Step.RESULT, result, terms.result(), terms.result(), terms.result()));
        return new PointsFigure(
                verdict.likelihood(),
                verdict.interval().low(),
                verdict.interval().high(),
                likelihood,
                List.copyOf(rows.rows));
    }

    /** In a few words: the figure has one line for it. */
    private static String ceiling(CeilingKind kind, CeilingEvents events) {
        return switch (kind) {
            case NO_SWITCH -> "Ceiling: the " + events.opening() + " is missing or incomplete";
            case SWITCH -> "Ceiling that holds even with the " + events.opening();
            case DECISION -> "Ceiling that holds even with a decision to ally";
            case WORKING_PACT -> "Ceiling with the pact in force";
            case INCIDENT -> "Ceiling after " + events.breach();
        };
    }

    private void add(Step kind, String label, Points points) {
        rows.add(row(kind, label, points, sum, sum.plus(points)));
        sum = sum.plus(points);
    }

    private static PointsRow row(Step kind, String label, Points points, Points from, Points to) {
        return new PointsRow(
                kind, label, points.hundredths() == 0 ? "0" : Wording.points(points), from.value(), to.value());
    }
}
