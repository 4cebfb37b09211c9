package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.analysis.exploration.ExplorationResult.LikeliestCase;
import entente.analysis.exploration.ExplorationResult.PairEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.analysis.exploration.ExplorationResult.RelationshipProbabilities;
import entente.analysis.exploration.ExplorationResult.Sample;
import entente.analysis.exploration.ExplorationResult.UncertainReading;
import entente.analysis.exploration.VerdictProbabilities;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Provenance;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.SuppositionText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probability of each verdict where readings are uncertain, as JSON. */
public record ExplorationJson(
        @Described(kind = Kind.ID) String scenario,
        @Described(kind = Kind.DIGEST) String scenarioSha256,
        Provenance provenance,
        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        @Described("Likelihood of an alliance.") Percent percent,
        Band band,

        @Described("Whether all cases are counted; otherwise see sample.")
        boolean exact,

        @Described(
                value = "Combinations of the possible grades, as text: more than a number may hold.",
                kind = Kind.WHOLE_NUMBER)
        String cases,

        @Described("Readings that are unknown in every case and count for nothing.")
        int unrated,

        @Described("Grades that readings are taken to have.")
        Map<String, Grade> conditions,

        @JsonUnwrapped VerdictProbabilities verdict,
        List<RelationshipRow> relationships,
        boolean relationshipsExact,

        @Described("Whether an assessment names no single relationship, as too little is rated; the probabilities then"
                + " follow from the points of the known readings alone.")
        boolean relationshipWithheld,

        List<UncertainRow> uncertain,
        @Described("The strongest first.") List<EffectRow> indicators,

        @Described("The pairs with the strongest interaction; none with a sample, or where total indices"
                + " are not counted.")
        List<PairEffect> pairs,

        @Described("The most probable readings for each band that is reached; none with a sample.")
        List<LikeliestCase> likeliest,

        @Described("The conditions for a verdict, where they are asked for.")
        Optional<WordedDiscovery> discovery,

        @Described("How the figures were estimated.") Optional<Sample> sample) {

    public static final ResultDocument<ExplorationResult> DOCUMENT = new ResultDocument<>(
            "exploration",
            "exploration",
            "What entente explore --format json writes: the probability of each verdict where readings are uncertain.",
            RecordType.of(ExplorationJson.class, ExplorationJson::of));

    private static ExplorationJson of(ExplorationResult result) {
        return new ExplorationJson(
                result.question().scenario().id(),
                result.question().scenario().sha256(),
                result.provenance(),
                SuppositionText.plain(result.assessment()),
                result.point(),
                result.point().band(),
                result.exact(),
                result.cases().toString(),
                result.unrated(),
                result.question().given(),
                result.verdict(),
                RelationshipRow.of(result.relationships()),
                result.exact() && result.relationships().exact(),
                result.relationships().withheld(),
                result.uncertain().stream()
                        .map(reading ->
                                new UncertainRow(reading.indicator(), label(result, reading.indicator()), reading))
                        .toList(),
                result.effects().stream()
                        .map(effect -> new EffectRow(effect.indicator(), label(result, effect.indicator()), effect))
                        .toList(),
                result.pairs(),
                result.likeliest(),
                result.discovery()
                        .map(found -> new WordedDiscovery(found, new ExplorationSentences(result).conditions(found))),
                result.sample());
    }

    private static String label(ExplorationResult result, String indicator) {
        return result.catalogue().indicator(indicator).shortLabel();
    }

    record RelationshipRow(
            Relationship relationship,
            @Described(kind = Kind.PROBABILITY) double probability,

            @Described(value = "Together with each band.", kind = Kind.PROBABILITY)
            Map<Band, Double> bands) {

        private static List<RelationshipRow> of(RelationshipProbabilities all) {
            return Arrays.stream(Relationship.values())
                    .filter(state -> all.probability(state) > 0)
                    .map(state -> new RelationshipRow(
                            state, all.probability(state), all.joint().getOrDefault(state, Map.of())))
                    .toList();
        }
    }

    record UncertainRow(
            @Described(kind = Kind.ID) String indicator,
            String label,
            @JsonUnwrapped UncertainReading reading) {}

    record EffectRow(
            @Described(kind = Kind.ID) String indicator,
            String label,
            @JsonUnwrapped ReadingEffect effect) {}

    record WordedDiscovery(
            @JsonUnwrapped Discovery discovery,
            @Described("The same in words.") List<String> sentences) {}
}
