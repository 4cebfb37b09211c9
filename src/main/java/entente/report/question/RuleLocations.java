package entente.report.question;

import entente.model.Catalogue;
import entente.model.CutPoint;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBookLocation;
import entente.report.form.Block.Items;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where a rule is defined. */
public final class RuleLocations {

    private RuleLocations() {}

    /**
     * Where a rule and each cut point of the indicators that it reads are defined, as {@code file:line}.
     *
     * @param folder name of the book's folder for the reader
     * @param cutPointAt location of the nth cut point of an indicator, from 0
     */
    public static Items of(
            Rule rule,
            Catalogue catalogue,
            String folder,
            Function<String, RuleBookLocation> ruleAt,
            BiFunction<String, Integer, RuleBookLocation> cutPointAt) {
        List<String> places = new ArrayList<>();
        places.add(ruleAt.apply(rule.id()).within(folder) + ": " + rule.id());
        rule.conditions().stream().map(RuleCondition::indicator).distinct().forEach(id -> {
            List<CutPoint> cuts = catalogue.indicator(id).cutPoints();
            for (int n = 0; n < cuts.size(); n++) {
                CutPoint cut = cuts.get(n);
                places.add(cutPointAt.apply(id, n).within(folder) + ": " + id + " " + Wording.word(cut.grade())
                        + " from " + Wording.figure(cut.from()));
            }
        });
        return Items.of("Defined at", places);
    }
}
