package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.JsonTypes.*;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipTarget;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Flips as JSON. */
public final class FlipJson {

    private static final List<String> TARGETS = Stream.concat(
                    Arrays.stream(Band.values()).map(Enum::name), Stream.of("UP", "DOWN"))
            .toList();

    static final Form<ReadingMove> MOVE = Form.<ReadingMove>named("move")
            .required("indicator", ID, ReadingMove::indicator)
            .optional("from", MEASURE, "The reading; absent where it is not rated.", move -> boxed(move.from()))
            .required("fromGrade", GRADE, ReadingMove::fromGrade)
            .required("to", MEASURE, "The value of the range nearest to the reading.", ReadingMove::to)
            .required("toGrade", GRADE, "The grade of that value.", ReadingMove::toGrade)
            .required("steps", integer("grades", "minimum", 1, "maximum", 4), ReadingMove::steps)
            .described("Grades from the reading to that value; 1 if it is not rated.")
            .required("firstGrade", CommonForms.KNOWN_GRADE, "The lowest grade of the range.", ReadingMove::first)
            .required("lastGrade", CommonForms.KNOWN_GRADE, "The highest grade of the range.", ReadingMove::last)
            .optional("atLeast", MEASURE, move -> boxed(move.atLeast()))
            .described("The first value of the range; absent where it begins at the low end of the indicator.")
            .optional("below", MEASURE, move -> boxed(move.below()))
            .described("The first value above the range; absent where it reaches the high end of the indicator.")
            .present(List.of("from"), "fromGrade", CommonForms.KNOWN_GRADES)
            .present(
                    List.of("atLeast"),
                    "firstGrade",
                    CommonForms.names(Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH))
            .present(
                    List.of("below"),
                    "lastGrade",
                    CommonForms.names(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH));

    private static final Form<Flip> FLIP = Form.<Flip>named("flipSet")
            .required(
                    "moves",
                    list(MOVE, "minItems", 1),
                    "All of them together reach the band, with any values in their ranges.",
                    Flip::moves)
            .required("steps", POSITIVE, "Grades moved in all.", Flip::steps)
            .required("percent", LIKELIHOOD, "The likelihood with the nearest values.", Flip::likelihood)
            .required("band", CommonForms.BAND, "The band with any values in the ranges.", Flip::band)
            .required("lowestPercent", LIKELIHOOD, "The lowest likelihood with values in the ranges.", Flip::lowest)
            .required("highestPercent", LIKELIHOOD, "The highest likelihood with values in the ranges.", Flip::highest)
            .required("others", list(recursive("flipSet", () -> FlipJson.FLIP)), Flip::alternatives)
            .described("Other moves of the same readings that reach it, too.");

    public static final ResultDocument<FlipResult> DOCUMENT = new ResultDocument<>(
            "flip",
            "flips",
            "What entente flip --format json writes: all smallest sets of readings whose change reaches a band.",
            Form.<FlipResult>named("flips")
                    .required("scenario", ID.of(Scenario::id), FlipResult::scenario)
                    .required("scenarioSha256", DIGEST.of(Scenario::sha256), FlipResult::scenario)
                    .including(VerdictForms.SUPPOSITION, FlipResult::assessment)
                    .required("target", choice(TARGETS), result -> target(result.target()))
                    .including(VerdictForms.LIKELIHOOD_AND_BAND, FlipResult::current)
                    .required("interval", VerdictForms.INTERVAL, FlipResult::interval)
                    .required("alreadyThere", BOOLEAN, FlipResult::targetAlreadyMet)
                    .described("Whether the target is reached without a change.")
                    .required("size", integer("count", "minimum", 0, "maximum", 4), FlipResult::size)
                    .described("Readings in each set; 0 without sets.")
                    .required("maxSize", integer("count", "minimum", 1, "maximum", 4), FlipResult::maxSize)
                    .required("locked", list(ID), "Readings that stay as they are.", FlipResult::locked)
                    .required("flips", list(FLIP), "Least effort first, then the largest effect.", FlipResult::flips));

    private FlipJson() {}

    /** The name of a band, UP or DOWN. */
    public static String target(FlipTarget target) {
        if (target instanceof FlipTarget.To to) {
            return to.band().name();
        }
        return target instanceof FlipTarget.Up ? "UP" : "DOWN";
    }
}
