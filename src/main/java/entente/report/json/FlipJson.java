package entente.report.json;

import entente.analysis.flip.Flip;
import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipTarget;
import entente.model.assessment.ReadingMove;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flips as JSON. */
public final class FlipJson {

    private FlipJson() {}

    public static String write(FlipResult result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("scenario", result.scenario().id());
        root.put("scenarioSha256", result.scenario().sha256());
        root.put("target", target(result.target()));
        root.put("percent", result.current().value());
        root.put("band", result.current().band().name());
        Map<String, Object> interval = new LinkedHashMap<>();
        interval.put("lowPercent", result.interval().low().value());
        interval.put("highPercent", result.interval().high().value());
        root.put("interval", interval);
        root.put("alreadyThere", result.targetAlreadyMet());
        root.put("size", result.size());
        root.put("maxSize", result.maxSize());
        root.put("locked", result.locked());
        root.put("flips", result.flips().stream().map(FlipJson::flip).toList());
        return JsonWriter.write(root);
    }

    private static String target(FlipTarget target) {
        if (target instanceof FlipTarget.To to) {
            return to.band().name();
        }
        return target instanceof FlipTarget.Up ? "UP" : "DOWN";
    }

    private static Map<String, Object> flip(Flip flip) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("moves", flip.moves().stream().map(FlipJson::move).toList());
        entry.put("steps", flip.steps());
        entry.put("percent", flip.likelihood().value());
        entry.put("band", flip.band().name());
        entry.put("others", flip.alternatives().stream().map(FlipJson::flip).toList());
        return entry;
    }

    private static Map<String, Object> move(ReadingMove move) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", move.indicator());
        if (move.from().isPresent()) {
            entry.put("from", move.from().getAsDouble());
        }
        entry.put("fromGrade", move.fromGrade().name());
        entry.put("to", move.to());
        entry.put("toGrade", move.toGrade().name());
        entry.put("steps", move.steps());
        move.above().ifPresent(cut -> entry.put("atLeast", cut));
        move.below().ifPresent(cut -> entry.put("below", cut));
        return entry;
    }
}
