package entente.analysis.exploration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What an uncertain reading contributes to the uncertainty of the verdict. */
public record ReadingEffect(
        @JsonIgnore String indicator,

        @Described(
                value = "First-order index: the share of the variance that knowing this reading alone removes.",
                kind = Kind.SHARE)
        double first,

        @Described(
                value = "Total index: the share that is left when all others are known; with several worlds, within a"
                        + " world. Absent where it is not counted.",
                kind = Kind.SHARE)
        OptionalDouble total,

        @Described(value = "Mutual information of the reading and the band, in bits.", kind = Kind.NUMBER)
        double bits,

        @JsonProperty("given") @Described("One for each possible grade, the lowest first.")
        List<GradeEffect> grades) {

    /** One possible grade. */
    public record GradeEffect(
            Grade grade,

            @Described(value = "Before anything is known.", kind = Kind.PROBABILITY)
            double probability,

            @Described(value = "The probability of each band if the reading has this grade.", kind = Kind.PROBABILITY)
            Map<Band, Double> bands,

            @Described(value = "The expected likelihood if the reading has this grade.", kind = Kind.PERCENT)
            double meanPercent,

            @Described(
                    value = "The probability of this grade if the verdict is in the band; bands that are not reached"
                            + " are absent.",
                    kind = Kind.PROBABILITY)
            Map<Band, Double> posterior) {}
}
