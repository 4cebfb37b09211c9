package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.DataNote;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.rule.RuleBook.OtherReading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.With;

/**
 * The complete result for one scenario: a function of the scenario, the rule book and the engine only.
 *
 * @param outsideView the verdict under each reference class of the rule book, lowest base rate first
 * @param ledger every rule of the book exactly once, in the book's order
 * @param gaps unrated indicators, in the order of the catalogue
 * @param notes data notes on the readings used
 * @param otherReading another account of the same facts, as the rule book names it
 */
public record Assessment(
        Scenario scenario,
        Provenance provenance,
        Verdict verdict,
        Confidence confidence,
        PointBalance balance,
        List<ReferenceClassVerdict> outsideView,
        List<GroupResult> groups,
        @With List<LedgerRow> ledger,
        List<AssumptionChange> assumptions,
        List<IntervalReduction> findOutNext,
        List<String> gaps,
        List<Warning> warnings,
        List<DataNoteInUse> notes,
        Outlook outlook,
        Catalogue catalogue,
        Optional<OtherReading> otherReading) {

    public Percent likelihood() {
        return verdict.likelihood();
    }

    public Indicator indicator(String id) {
        return catalogue.indicator(id);
    }

    public Reading reading(String indicator) {
        return scenario.reading(indicator);
    }

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

    /** The verdict if it starts from the base rate of this class, over the horizon of the scenario. */
    public record ReferenceClassVerdict(
            @Described(kind = Kind.ID) String referenceClass,

            @Described("The pairs of powers that are counted.")
            String label,

            @Described("Whether the verdict of the scenario starts from it; of none where a base rate is assumed.")
            boolean used,

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

    /** The sum of the effective claims of a group. */
    @JsonPropertyOrder({"id", "kind"})
    public record GroupResult(
            @JsonIgnore Group group,
            GroupStatus status,
            @Described("Sum of its rules that fired.") Points alliancePoints,
            Points partnershipPoints) {

        @Described(kind = Kind.ID)
        public String id() {
            return group.id();
        }

        @Described("barrier, driver or state.")
        public String kind() {
            return group.kind().name().toLowerCase(Locale.ROOT);
        }

        /** Whether a barrier or driver is present in a scenario. */
        public enum GroupStatus {
            /** At least one claim fired. */
            PRESENT,
            /** No claim fired and at least one depends on an unknown reading. */
            UNKNOWN,
            ABSENT
        }
    }

    /**
     * A caveat about the scenario that changes no result.
     *
     * @param pointer JSON pointer into the scenario
     * @param facts arguments of the message, in an order fixed by the kind
     */
    public record Warning(Kind kind, String pointer, List<String> facts) {

        public enum Kind {
            /** The reading is older than half of the age at which it counts nothing. */
            STALE_READING,
            /** The date of the reading is after that of the scenario. */
            READING_AFTER_SCENARIO,
            /** A very high reading, such as a tariff, although the share through which it acts has not decreased. */
            TARIFF_WITHOUT_EFFECT,
            /** A share is larger than the one that includes it. */
            SHARE_ABOVE_WHOLE,
            /** A reading in percent lies between 0 and 1, as if it were written as a fraction. */
            PERCENT_AS_FRACTION,
            /** The scenario is dated decades after its newest reading, as by a slip in the year. */
            SCENARIO_LONG_AFTER_READINGS,
            /** The end of a given range lies at a cut point, so that a slightly wider one may change the interval. */
            RANGE_ENDS_AT_CUT,
            /** No indicator is rated; the likelihood is what the base rate alone gives. */
            NOTHING_RATED,
            /** The interval is an outer bound, as there are too many combinations to evaluate. */
            INTERVAL_NOT_EXACT,
            /** The open readings may not allow each listed relationship, as there are too many combinations to evaluate. */
            RELATIONSHIPS_NOT_EXACT
        }
    }

    /** A difference between an assumption and the rule book. */
    public record AssumptionChange(
            @Described(value = "Location in a scenario, below #/assumptions.", kind = Kind.POINTER)
            String pointer,

            @Described("The value of the rule book.") String book,
            @Described("The value assumed instead.") String assumed) {}
}
