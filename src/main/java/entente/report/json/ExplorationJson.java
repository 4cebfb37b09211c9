package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.POINTS;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.boxed;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.members;
import static entente.report.json.JsonTypes.number;
import static entente.report.json.JsonTypes.text;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.PairEffect;
import entente.analysis.exploration.ExplorationResult.Sample;
import entente.analysis.exploration.LikeliestCase;
import entente.analysis.exploration.ReadingEffect;
import entente.analysis.exploration.ReadingEffect.GradeEffect;
import entente.analysis.exploration.UncertainReading;
import entente.analysis.exploration.VerdictProbabilities;
import entente.analysis.exploration.VerdictProbabilities.Outcome;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.exploration.DistributionBasis;
import entente.report.wording.DiscoverySentences;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The probability of each verdict where readings are uncertain, as JSON. */
public final class ExplorationJson {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final JsonType<Double> PROBABILITY = DiscoveryForms.PROBABILITY;
    private static final JsonType<Double> INDEX = number("share of the variance, 0–1", "minimum", 0, "maximum", 1);
    public static final JsonType<Map<Band, Double>> BANDS =
            members("band", PROBABILITY).of(ExplorationJson::named);
    private static final JsonType<Map<Grade, Double>> GRADES =
            members("grade", PROBABILITY).of(ExplorationJson::named);

    /** One of the listed readings with the label of its indicator. */
    private record Labelled<T>(ExplorationResult result, String indicator, T about) {

        String label() {
            return result.catalogue().indicator(indicator).shortLabel();
        }
    }

    private static final Form<GradeEffect> GIVEN_GRADE = Form.<GradeEffect>named("gradeEffect")
            .required("grade", GRADE, GradeEffect::grade)
            .required("probability", PROBABILITY, "Before anything is known.", GradeEffect::probability)
            .required("bands", BANDS, "The probability of each band if the reading has this grade.", GradeEffect::bands)
            .required("meanPercent", number("percent"), GradeEffect::meanPercent)
            .described("The expected likelihood if the reading has this grade.")
            .required("posterior", BANDS, GradeEffect::posterior)
            .described("The probability of this grade if the verdict is in the band; bands that are not reached are"
                    + " absent.");

    private static final Form<Labelled<ReadingEffect>> EFFECT = Form.<Labelled<ReadingEffect>>named("readingEffect")
            .required("indicator", ID, Labelled::indicator)
            .required("label", TEXT, Labelled::label)
            .required("first", INDEX, effect -> effect.about().first())
            .described("First-order index: the share of the variance that knowing this reading alone removes.")
            .optional("total", INDEX, effect -> boxed(effect.about().total()))
            .described("Total index: the share that is left when all others are known. Absent where it is not counted.")
            .required(
                    "bits",
                    number("bits", "minimum", 0),
                    effect -> effect.about().bits())
            .described("Mutual information of the reading and the band.")
            .required(
                    "given",
                    list(GIVEN_GRADE, "minItems", 1),
                    effect -> effect.about().grades())
            .described("One for each possible grade.");

    private static final Form<Labelled<UncertainReading>> UNCERTAIN = Form.<Labelled<UncertainReading>>named(
                    "uncertainReading")
            .required("indicator", ID, Labelled::indicator)
            .required("label", TEXT, Labelled::label)
            .required(
                    "basis",
                    choice(DistributionBasis.values()),
                    reading -> reading.about().basis())
            .described(
                    "Where its probabilities come from; ASSUMED_UNIFORM for a range without a distribution, ASSUMED_ANY for a reading that is not rated.")
            .required("grades", GRADES, reading -> reading.about().grades());

    private static final Form<Outcome> OUTCOME = Form.<Outcome>named("outcomeProbability")
            .required("points", POINTS, "Points after ceilings.", Outcome::points)
            .required("percent", LIKELIHOOD, Outcome::likelihood)
            .required("probability", PROBABILITY, Outcome::probability);

    private static final Form<VerdictProbabilities> VERDICT = Form.<VerdictProbabilities>named("verdictProbabilities")
            .required("bands", BANDS, "The probability of each band.", VerdictProbabilities::bands)
            .required("meanPercent", number("percent"), "The expected likelihood.", VerdictProbabilities::meanPercent)
            .required(
                    "standardDeviation",
                    number("percentage points", "minimum", 0),
                    VerdictProbabilities::standardDeviation)
            .required("quantiles", members("probability", LIKELIHOOD), ExplorationJson::quantiles)
            .described("The likelihood that is not exceeded with this probability.")
            .required("distribution", list(OUTCOME, "minItems", 1), VerdictProbabilities::likelihoods)
            .described("Each likelihood that occurs, ascending.");

    private record RelationshipRow(Relationship relationship, double probability, Map<Band, Double> bands) {}

    private static final Form<RelationshipRow> RELATIONSHIP_ROW = Form.<RelationshipRow>named("relationshipProbability")
            .required("relationship", RELATIONSHIP, RelationshipRow::relationship)
            .required("probability", PROBABILITY, RelationshipRow::probability)
            .required("bands", BANDS, "Together with each band.", RelationshipRow::bands);

    private static final Form<Labelled<PairEffect>> PAIR = Form.<Labelled<PairEffect>>named("pairEffect")
            .required("first", ID, pair -> pair.about().first())
            .required("second", ID, pair -> pair.about().second())
            .required("index", INDEX, pair -> pair.about().index())
            .described("The share of the variance that only both together explain.");

    private static final Form<LikeliestCase> LIKELIEST = Form.<LikeliestCase>named("likeliestCase")
            .required("band", BAND, LikeliestCase::band)
            .required("probability", PROBABILITY, "Of exactly these readings.", LikeliestCase::probability)
            .required("grades", members("indicator", GRADE), LikeliestCase::grades)
            .described("Of each uncertain reading.");

    private static final Form<Sample> SAMPLE = Form.<Sample>named("sample")
            .required("size", POSITIVE, Sample::size)
            .required("seed", number("seed"), sample -> (double) sample.seed())
            .required("standardErrors", BANDS, "Of the probability of each band.", Sample::standardErrors);

    public static final ResultDocument<ExplorationResult> DOCUMENT = new ResultDocument<>(
            "exploration",
            "exploration",
            "What entente explore --format json writes: the probability of each verdict where readings are uncertain.",
            Form.<ExplorationResult>named("exploration")
                    .required(
                            "scenario",
                            ID,
                            result -> result.question().scenario().id())
                    .required(
                            "scenarioSha256",
                            DIGEST,
                            result -> result.question().scenario().sha256())
                    .required("provenance", CommonForms.PROVENANCE, ExplorationResult::provenance)
                    .including(VerdictForms.SUPPOSITION, ExplorationResult::assessment)
                    .including(VerdictForms.LIKELIHOOD_AND_BAND, ExplorationResult::point)
                    .required("exact", BOOLEAN, ExplorationResult::exact)
                    .described("Whether all cases are counted; otherwise see sample.")
                    .required(
                            "cases",
                            text("whole number", "pattern", "^[0-9]+$"),
                            result -> result.cases().toString())
                    .described("Combinations of the possible grades, as text: more than a number may hold.")
                    .required("unrated", COUNT, ExplorationResult::unrated)
                    .described("Readings that are unknown in every case and count for nothing.")
                    .required(
                            "conditions",
                            members("indicator", GRADE),
                            result -> result.question().given())
                    .described("Grades that readings are taken to have.")
                    .including(VERDICT, ExplorationResult::verdict)
                    .required("relationships", list(RELATIONSHIP_ROW), ExplorationJson::relationships)
                    .required(
                            "relationshipsExact",
                            BOOLEAN,
                            result -> result.exact() && result.relationships().exact())
                    .required(
                            "relationshipWithheld",
                            BOOLEAN,
                            result -> result.relationships().withheld())
                    .described("Whether an assessment names no single relationship, as too little is rated; the"
                            + " probabilities then follow from the points of the known readings alone.")
                    .required(
                            "uncertain",
                            list(UNCERTAIN),
                            result -> labelled(result, result.uncertain(), UncertainReading::indicator))
                    .required(
                            "indicators",
                            list(EFFECT),
                            result -> labelled(result, result.effects(), ReadingEffect::indicator))
                    .described("The strongest first.")
                    .required("pairs", list(PAIR), result -> labelled(result, result.pairs(), PairEffect::first))
                    .described(
                            "The pairs with the strongest interaction; none with a sample, or where total indices are not counted.")
                    .required("likeliest", list(LIKELIEST), ExplorationResult::likeliest)
                    .described("The most probable readings for each band that is reached; none with a sample.")
                    .optional("discovery", DiscoveryForms.DISCOVERY, DiscoverySentences::of)
                    .described("The conditions for a verdict, where they are asked for.")
                    .optional("sample", SAMPLE, "How the figures were estimated.", ExplorationResult::sample));

    private ExplorationJson() {}

    private static <T> List<Labelled<T>> labelled(
            ExplorationResult result, List<T> items, Function<T, String> indicator) {
        return items.stream()
                .map(item -> new Labelled<>(result, indicator.apply(item), item))
                .toList();
    }

    private static List<RelationshipRow> relationships(ExplorationResult result) {
        return Arrays.stream(Relationship.values())
                .filter(state -> result.relationships().probability(state) > 0)
                .map(state -> new RelationshipRow(
                        state,
                        result.relationships().probability(state),
                        result.relationships().joint().getOrDefault(state, Map.of())))
                .toList();
    }

    private static Map<String, Percent> quantiles(VerdictProbabilities verdict) {
        Map<String, Percent> quantiles = new LinkedHashMap<>();
        for (double quantile : QUANTILES) {
            quantiles.put(Double.toString(quantile), verdict.quantile(quantile));
        }
        return quantiles;
    }

    private static <E extends Enum<E>> Map<String, Double> named(Map<E, Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        values.forEach((constant, value) -> named.put(constant.name(), value));
        return named;
    }
}
