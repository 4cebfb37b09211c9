package entente.report.text;

import entente.model.Catalogue;
import entente.model.CutPoint;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBookLocation;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where a rule is defined, as text. */
public final class RuleLocationText {

    private RuleLocationText() {}

    /**
     * Where a rule and each cut point of the indicators that it reads are defined, as {@code file:line}.
     *
     * @param folder name of the book's folder for the reader
     * @param cutPointAt location of the nth cut point of an indicator, from 0
     */
    public static String write(
            Rule rule,
            Catalogue catalogue,
            String folder,
            Function<String, RuleBookLocation> ruleAt,
            BiFunction<String, Integer, RuleBookLocation> cutPointAt,
            TextStyle style) {
        TextPage page = new TextPage(style).blankLine().line(style.strong("Defined at"));
        page.hanging(2, 4, ruleAt.apply(rule.id()).within(folder) + ": " + rule.id());
        rule.conditions().stream().map(RuleCondition::indicator).distinct().forEach(id -> {
            List<CutPoint> cuts = catalogue.indicator(id).cutPoints();
            for (int n = 0; n < cuts.size(); n++) {
                CutPoint cut = cuts.get(n);
                page.hanging(
                        2,
                        4,
                        cutPointAt.apply(id, n).within(folder) + ": " + id + " " + Wording.grade(cut.grade()) + " from "
                                + Wording.figure(cut.from()));
            }
        });
        return page.toString();
    }
}
