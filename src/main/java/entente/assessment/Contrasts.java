package entente.assessment;

import entente.domain.Assessment;
import entente.domain.Catalogue;
import entente.domain.Contrast;
import entente.domain.Indicator;
import entente.domain.ReadingChange;
import entente.domain.RuleChange;
import entente.domain.Scenario;
import entente.domain.Split;
import java.util.ArrayList;
import java.util.List;

/** Holds one assessment against another under the same book. */
public final class Contrasts {

    private final Assessor assessor;
    private final int most;
    private final long mixtures;

    public Contrasts(Assessor assessor) {
        this(assessor, Shapley.MOST, Splitting.MOST_MIXTURES);
    }

    /**
     * With limits of its own.
     *
     * @param most parts that are told apart
     * @param mixtures that are weighed for the sake of single readings
     */
    Contrasts(Assessor assessor, int most, long mixtures) {
        this.assessor = assessor;
        this.most = most;
        this.mixtures = mixtures;
    }

    /** Both must have been assessed under the book of this one's assessor. */
    public Contrast between(Assessment before, Assessment after) {
        List<RuleChange> rules = new ArrayList<>();
        for (int r = 0; r < before.ledger().size(); r++) {
            rules.add(new RuleChange(before.ledger().get(r), after.ledger().get(r)));
        }
        return new Contrast(
                before,
                after,
                split(before.scenario(), after.scenario()),
                readings(before.scenario(), after.scenario()),
                AssumptionDifferences.between(before, after, assessor.book()),
                rules);
    }

    Split split(Scenario before, Scenario after) {
        Catalogue catalogue = assessor.book().catalogue();
        List<Part> parts = DifferingParts.of(before, after, catalogue, most);
        Mixture mixture = new Mixture(assessor, before, after, parts);
        return new Splitting(mixture, parts, catalogue.indicators(), mixtures).split();
    }

    private List<ReadingChange> readings(Scenario before, Scenario after) {
        Catalogue catalogue = assessor.book().catalogue();
        World first = World.of(before, catalogue);
        World second = World.of(after, catalogue);
        List<ReadingChange> changes = new ArrayList<>();
        for (int i = 0; i < first.grades().length; i++) {
            Indicator indicator = catalogue.indicators().get(i);
            changes.add(new ReadingChange(
                    indicator.id(),
                    before.reading(indicator.id()),
                    first.grades()[i],
                    after.reading(indicator.id()),
                    second.grades()[i]));
        }
        return changes;
    }
}
