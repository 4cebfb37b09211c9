package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.JsonTypes.*;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipTarget;
import entente.model.Band;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
            .required("to", MEASURE, "The nearest value with the new grade.", ReadingMove::to)
            .required("toGrade", GRADE, ReadingMove::toGrade)
            .required("steps", integer("grades", "minimum", 1, "maximum", 4), ReadingMove::steps)
            .optional(
                    "atLeast",
                    MEASURE,
                    "The cut point to reach, when the reading goes up or is not rated.",
                    ReadingMove::above)
            .optional(
                    "below",
                    MEASURE,
                    "The cut point to stay below, when it goes down or is not rated.",
                    ReadingMove::below)
            .present(List.of("from"), "fromGrade", CommonForms.KNOWN_GRADES)
            .constrained(
                    "anyOf", List.of(Map.of("required", List.of("atLeast")), Map.of("required", List.of("below"))));

    private static final Form<Flip> FLIP = Form.<Flip>named("flipSet")
            .required("moves", list(MOVE, "minItems", 1), "All of them together reach the target.", Flip::moves)
            .required("steps", POSITIVE, "Grades moved in all.", Flip::steps)
            .including(VerdictForms.LIKELIHOOD_AND_BAND, Flip::likelihood)
            .required("others", list(recursive("flipSet", () -> FlipJson.FLIP)), Flip::alternatives)
            .described("Other moves of the same readings that reach it, too.");

    public static final ResultDocument<FlipResult> DOCUMENT = new ResultDocument<>(
            "flip",
            "flips",
            "What entente flip --format json writes: all smallest sets of readings whose change reaches a band.",
            Form.<FlipResult>named("flips")
                    .required("scenario", ID.of(Scenario::id), FlipResult::scenario)
                    .required("scenarioSha256", DIGEST.of(Scenario::sha256), FlipResult::scenario)
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
