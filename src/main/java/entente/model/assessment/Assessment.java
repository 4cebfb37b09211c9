package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
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
    @JsonPropertyOrder({"indicator", "id", "note"})
    public record DataNoteInUse(
            @Described(kind = Kind.ID) String indicator,
            @JsonIgnore DataNote note) {

        @Described
        public String id() {
            return note.id();
        }

        @JsonProperty("note")
        @Described
        public String text() {
            return note.note();
        }
    }

    /** The verdict under another base rate. */
    public record BaseRateVariant(
            @Described(kind = Kind.PERCENT) double baseRatePercent,

            @JsonProperty("percent") @Described("Likelihood of an alliance.")
            Percent likelihood) {

        @Described
        public Band band() {
            return likelihood.band();
        }
    }

    /** The effect on the interval if this reading becomes known. */
    public record IntervalReduction(
            @Described(kind = Kind.ID) String indicator,

            @Described(
                    value = "By how much a reading would narrow the interval, averaged over its possible grades.",
                    kind = Kind.PERCENTAGE_POINTS)
            double narrowsPercent) {}
}
