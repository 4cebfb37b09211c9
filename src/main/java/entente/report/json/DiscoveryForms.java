package entente.report.json;

import static entente.report.json.CommonForms.BAND;
import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.number;

import entente.analysis.exploration.Box;
import entente.report.wording.DiscoverySentences;

/** The conditions under which a verdict is reached, as JSON. */
final class DiscoveryForms {

    /** Sums of many products may exceed 1 in the last digit. */
    static final JsonType<Double> PROBABILITY = number("probability, 0–1", "minimum", 0, "maximum", 1.000000001);

    private static final Form<Box> BOX = Form.<Box>named("box")
            .required("conditions", list(CommonForms.CONDITION, "minItems", 1), Box::conditions)
            .described("All must hold.")
            .required("probability", PROBABILITY, "Of the cases in which they hold.", Box::probability)
            .required("density", PROBABILITY, "The share of these cases that reach the verdict.", Box::density)
            .required("coverage", PROBABILITY, Box::coverage)
            .described("The share of all cases that reach the verdict in which the conditions hold.")
            .required("addedCoverage", PROBABILITY, Box::addedCoverage)
            .described("The part of the coverage that no box before this one has.");

    static final Form<DiscoverySentences> DISCOVERY = Form.<DiscoverySentences>named("discovery")
            .required("band", BAND, words -> words.discovery().band())
            .required(
                    "orAbove",
                    BOOLEAN,
                    "Whether bands above count, too; otherwise those below.",
                    words -> words.discovery().orAbove())
            .required(
                    "probability",
                    PROBABILITY,
                    "Of reaching it.",
                    words -> words.discovery().probability())
            .required(
                    "boxes",
                    list(BOX),
                    "Each explains what those before it leave.",
                    words -> words.discovery().boxes())
            .required("coverage", PROBABILITY, words -> words.discovery().coverage())
            .described("The share of all cases that reach it in which some box holds.")
            .required("sentences", list(TEXT), "The same in words.", DiscoverySentences::sentences);

    private DiscoveryForms() {}
}
