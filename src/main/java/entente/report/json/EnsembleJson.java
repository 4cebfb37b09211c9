package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.LONG_COUNT;
import static entente.report.json.JsonTypes.POINTS;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.members;
import static entente.report.json.JsonTypes.number;

import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.Estimate;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.analysis.ensemble.run.VariedReading;
import entente.model.Band;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.exploration.DistributionBasis;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The probability of each verdict over the variants of an ensemble, as JSON. */
public final class EnsembleJson {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Sums of many products may exceed 1 in the last digit. */
    private static final JsonType<Double> PROBABILITY =
            number("probability, 0–1", "minimum", 0, "maximum", 1.000000001);

    private static final Form<Estimate> ESTIMATE = Form.<Estimate>named("estimate")
            .required("variants", LONG_COUNT, Estimate::variants)
            .required("probability", PROBABILITY, Estimate::probability)
            .described("Their share; for a full grid, the sum of their probabilities.")
            .required("standardError", number("probability", "minimum", 0), Estimate::standardError)
            .described("That of as many independent random variants; 0 for a full grid, which is exact.");

    private static final JsonType<DistributionBasis> BASIS = choice(
            DistributionBasis.WEIGHTS,
            DistributionBasis.DENSITY,
            DistributionBasis.ASSUMED_UNIFORM,
            DistributionBasis.ASSUMED_ANY);

    private record BandRow(Band band, Estimate estimate) {}

    private static final Form<BandRow> BAND_ROW = Form.<BandRow>named("bandEstimate")
            .required("band", BAND, BandRow::band)
            .including(ESTIMATE, BandRow::estimate);

    private record RelationshipRow(Relationship relationship, Estimate estimate, Map<Band, Double> bands) {}

    private static final Form<RelationshipRow> RELATIONSHIP_ROW = Form.<RelationshipRow>named("relationshipEstimate")
            .required("relationship", RELATIONSHIP, RelationshipRow::relationship)
            .including(ESTIMATE, RelationshipRow::estimate)
            .required("bands", members("band", PROBABILITY), row -> named(row.bands()))
            .described("Its probability together with each band.");

    private record OutcomeRow(EnsembleResult result, OutcomeCount outcome) {}

    private static final Form<OutcomeRow> OUTCOME = Form.<OutcomeRow>named("outcomeShare")
            .required("points", POINTS, row -> new Points(row.outcome().points()))
            .described("Points after ceilings.")
            .required("percent", LIKELIHOOD, row -> row.outcome().likelihood())
            .required("relationship", RELATIONSHIP, row -> row.outcome().relationship())
            .required("variants", LONG_COUNT, row -> row.outcome().variants())
            .required("probability", PROBABILITY, row -> row.result().probability(row.outcome()));

    private static final Form<VariedReading> VARIED = Form.<VariedReading>named("variedReading")
            .required("indicator", ID, reading -> reading.indicator().id())
            .required("label", TEXT, reading -> reading.indicator().shortLabel())
            .required("basis", BASIS, VariedReading::basis)
            .described("Where its probabilities come from; ASSUMED_UNIFORM for a range without a distribution,"
                    + " ASSUMED_ANY for a reading that is not rated.")
            .required("grades", members("grade", PROBABILITY), reading -> named(reading.grades()));

    private static final Form<Ensemble> ENSEMBLE = Form.<Ensemble>named("ensembleDesign")
            .required("scenario", ID, from -> from.question().scenario().id())
            .required(
                    "scenarioSha256", DIGEST, from -> from.question().scenario().sha256())
            .required("provenance", CommonForms.PROVENANCE, Ensemble::provenance)
            .including(VerdictForms.LIKELIHOOD_AND_BAND, Ensemble::point)
            .required(
                    "design",
                    choice(DesignKind.values()),
                    from -> from.question().design())
            .required("size", LONG_COUNT, "Number of variants.", Ensemble::size)
            .optional("seed", number("seed"), from -> from.question().usedSeed())
            .described("Of the random numbers; absent for a full grid.")
            .required("unrated", COUNT, Ensemble::unrated)
            .described("Readings that are unknown in every variant and count for nothing.")
            .required("relationshipWithheld", BOOLEAN, Ensemble::relationshipWithheld)
            .described("Whether an assessment names no single relationship, as too little is rated; the"
                    + " probabilities then follow from the points of the known readings alone.")
            .required("uncertain", list(VARIED, "minItems", 1), Ensemble::varied)
            .described("The readings that vary.");

    public static final ResultDocument<EnsembleResult> DOCUMENT = new ResultDocument<>(
            "ensemble",
            "ensemble",
            "What entente ensemble --format json writes: the verdicts of many variants of a scenario.",
            Form.<EnsembleResult>named("ensemble")
                    .including(ENSEMBLE, EnsembleResult::ensemble)
                    .required("bands", list(BAND_ROW), EnsembleJson::bands)
                    .required("meanPercent", number("percent"), "The expected likelihood.", EnsembleResult::meanPercent)
                    .required(
                            "meanStandardError",
                            number("percentage points", "minimum", 0),
                            EnsembleResult::meanStandardError)
                    .described("Of the expected likelihood, for independent random variants; 0 for a full grid.")
                    .required(
                            "standardDeviation",
                            number("percentage points", "minimum", 0),
                            EnsembleResult::standardDeviation)
                    .described("Of the likelihood.")
                    .required("quantiles", members("probability", LIKELIHOOD), EnsembleJson::quantiles)
                    .described("The likelihood that is not exceeded with this probability.")
                    .required("relationships", list(RELATIONSHIP_ROW), EnsembleJson::relationships)
                    .described("Those that occur.")
                    .required("outcomes", list(OUTCOME, "minItems", 1), EnsembleJson::outcomes)
                    .described("Each combination of points and relationship that occurs, ascending.")
                    .required("outcomesSha256", DIGEST, EnsembleResult::outcomesSha256)
                    .described("Digest of the outcomes with their numbers of variants and exact weights."));

    private EnsembleJson() {}

    private static List<BandRow> bands(EnsembleResult result) {
        return result.bands().entrySet().stream()
                .map(band -> new BandRow(band.getKey(), band.getValue()))
                .toList();
    }

    private static List<RelationshipRow> relationships(EnsembleResult result) {
        return Arrays.stream(Relationship.values())
                .map(state -> new RelationshipRow(state, result.relationship(state), result.bands(state)))
                .filter(row -> row.estimate().variants() > 0)
                .toList();
    }

    private static List<OutcomeRow> outcomes(EnsembleResult result) {
        return result.outcomes().stream()
                .map(outcome -> new OutcomeRow(result, outcome))
                .toList();
    }

    private static Map<String, Percent> quantiles(EnsembleResult result) {
        Map<String, Percent> quantiles = new LinkedHashMap<>();
        for (double quantile : QUANTILES) {
            quantiles.put(Double.toString(quantile), result.quantile(quantile));
        }
        return quantiles;
    }

    private static <E extends Enum<E>> Map<String, Double> named(Map<E, Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        values.forEach((constant, value) -> named.put(constant.name(), value));
        return named;
    }
}
