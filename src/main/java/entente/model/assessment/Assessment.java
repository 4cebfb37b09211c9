package entente.model.assessment;

import entente.model.Catalogue;
import entente.model.DataNote;
import entente.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * The whole answer to one scenario: a function of the scenario, the book and the engine, and of nothing else.
 *
 * @param ledger every rule of the book exactly once, in the book's order
 * @param gaps indicators that nobody rated, in the order of the catalogue
 * @param notes doubts about the data of readings in use
 * @param otherReading who reads the same facts otherwise, as the book says
 */
public record Assessment(
        Scenario scenario,
        Provenance provenance,
        Verdict verdict,
        Confidence confidence,
        PointBalance balance,
        List<BaseRateVariant> outsideView,
        List<GroupResult> groups,
        List<LedgerRow> ledger,
        List<AssumptionChange> assumptions,
        List<IntervalReduction> findOutNext,
        List<String> gaps,
        List<Warning> warnings,
        List<DataNoteInUse> notes,
        Catalogue catalogue,
        Optional<String> otherReading) {

    /** A data note beside the indicator whose reading it touches. */
    public record DataNoteInUse(String indicator, DataNote note) {}
}
