package entente.model.assessment;

import entente.model.Catalogue;
import entente.model.Indicator.DataNote;
import entente.model.Percent;
import entente.model.Scenario;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * The complete result for one scenario: a function of the scenario, the rule book and the engine only.
 *
 * @param ledger every rule of the book exactly once, in the book's order
 * @param gaps unrated indicators, in the order of the catalogue
 * @param notes data notes on the readings used
 * @param otherReading the rule book's note on other interpretations of the same facts
 */
public record Assessment(
        Scenario scenario,
        Provenance provenance,
        Verdict verdict,
        Confidence confidence,
        PointBalance balance,
        List<BaseRateVariant> outsideView,
        List<GroupResult> groups,
        @With List<LedgerRow> ledger,
        List<AssumptionChange> assumptions,
        List<IntervalReduction> findOutNext,
        List<String> gaps,
        List<Warning> warnings,
        List<DataNoteInUse> notes,
        Outlook outlook,
        Catalogue catalogue,
        Optional<String> otherReading) {

    /** A data note with the indicator whose reading it concerns. */
    public record DataNoteInUse(String indicator, DataNote note) {}

    /** The verdict under another base rate. */
    public record BaseRateVariant(double baseRatePercent, Percent likelihood) {}

    /** Expected narrowing of the interval if this reading becomes known, averaged over its possible grades. */
    public record IntervalReduction(String indicator, double narrowsPercent) {}
}
